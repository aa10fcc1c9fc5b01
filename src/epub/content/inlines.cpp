#include <algorithm>
#include <cmath>
#include <filesystem>

#include "document/walk.hpp"
#include "epub/content/content_writer.hpp"
#include "epub/content/seams.hpp"
#include "locale/words.hpp"
#include "support/trimmed.hpp"
#include "unicode/text.hpp"

namespace notes_export::epub {
namespace {

const char* element_of(Style style) {
    switch (style) {
        case Style::emphasis:
            return "em";
        case Style::strong:
            return "strong";
        case Style::strike:
            return "s";
        case Style::insertion:
            return "ins";
        case Style::underline:
            return "u";
        case Style::highlight:
            return "mark";
        case Style::superscript:
            return "sup";
        case Style::subscript:
            return "sub";
        case Style::small:
            return "small";
        case Style::keyboard:
            return "kbd";
        case Style::sample:
            return "samp";
        case Style::variable:
            return "var";
        case Style::citation:
            return "cite";
        case Style::quotation:
            return "q";
        case Style::abbreviation:
            return "abbr";
        case Style::definition:
            return "dfn";
    }
    return "span";
}

bool has_picture(const Image& image, const Pictures& pictures) {
    const auto* resource = std::get_if<ResourceId>(&image.target);
    return resource && resource->valid() && pictures[resource->value];
}

/// "width-35": a share of the measure in steps of five, which the style sheet knows.
std::string width_class(double percent) {
    return "width-" + std::to_string(std::clamp(static_cast<int>(std::lround(percent / 5)) * 5, 5, 100));
}

std::string_view missing_words(const Image& image, std::string_view language) {
    if (std::holds_alternative<ExternalUrl>(image.target)) return locale::word("picture-remote", language);
    if (std::holds_alternative<ResourceId>(image.target)) return locale::word("picture-unreadable", language);
    return locale::word("picture-missing", language);
}

/// The words that stand for a picture: its alt text, else its title, else its file's name.
std::string alternative_text(const Image& image) {
    if (!image.alt.empty()) return std::string(image.alt);
    if (!image.title.empty()) return std::string(image.title);
    if (image.destination.starts_with("data:")) return {};
    return std::filesystem::path(image.destination).stem().string();
}

/// The words of a paragraph that holds a picture, as they are seen beside it; empty where it holds none.
std::string words_beside_pictures(const Inlines& inlines) {
    std::string words;
    bool pictures = false;
    for_each_inline(inlines, [&](const Inline& item) {
        if (const auto* text = std::get_if<Text>(&item.node)) words += text->text;
        if (const auto* code = std::get_if<Code>(&item.node)) words += code->text;
        if (std::holds_alternative<SoftBreak>(item.node) || std::holds_alternative<LineBreak>(item.node)) words += ' ';
        if (const auto* image = std::get_if<Image>(&item.node)) {
            pictures = true;
            // One on the web is set as its words.
            if (std::holds_alternative<ExternalUrl>(image->target)) words += image->alt;
        }
    });
    return pictures ? std::string(trimmed(words)) : std::string();
}

}  // namespace

struct WriteInline {
    ContentWriter& writer;
    XmlWriter& xml = writer.xml;

    void operator()(const Text& text) const { writer.words(text.text); }
    void operator()(const SoftBreak& soft) const {
        if (soft.kept)
            xml.empty("br");
        else
            xml.line_break();
    }
    void operator()(const LineBreak&) const { xml.empty("br"); }
    void operator()(const Styled& styled) const {
        const Element element(xml, element_of(styled.style));
        if (!styled.title.empty()) xml.attribute("title", styled.title);
        writer.inlines(styled.children);
    }
    void operator()(const Passage& passage) const {
        const Element element(xml, "span");
        if (!passage.language.empty()) {
            xml.attribute("lang", passage.language);
            xml.attribute("xml:lang", passage.language);
        }
        if (passage.direction != Direction::automatic)
            xml.attribute("dir", passage.direction == Direction::right_to_left ? "rtl" : "ltr");
        writer.inlines(passage.children);
    }
    void operator()(const Code& code) const {
        const Element element(xml, "code");
        writer.words(code.text);
    }
    void operator()(const MathSpan& math) const {
        text_element(xml, "code", math.tex, {{"class", math.display ? "math display" : "math inline"}});
    }
    void operator()(const Link& link) const { writer.link(link); }
    void operator()(const Image& image) const {
        if (has_picture(image, writer.pictures_))
            writer.picture(image);
        else
            writer.missing_picture(image);
    }
    void operator()(const FootnoteReference& reference) const { writer.footnote_reference(reference); }
    void operator()(const AnchorPoint& point) const {
        if (!point.anchor.valid()) return;
        const Element element(xml, "span");
        writer.write_id(point.anchor);
    }
    void operator()(const Ruby& ruby) const {
        const Element element(xml, "ruby");
        writer.inlines(ruby.base);
        const Element annotation(xml, "rt");
        writer.inlines(ruby.annotation);
    }
    void operator()(const Tag& tag) const {
        const Element element(xml, "span", {{"class", "tag"}});
        xml.text("#");
        xml.text(tag.name);
    }
};

void ContentWriter::words(std::string_view text) {
    if (!break_words_) return xml.text(text);
    for_each_piece(text, [&](std::string_view piece, bool seam) {
        xml.text(piece);
        if (seam) xml.empty("wbr");
    });
}

void ContentWriter::inlines(const Inlines& inlines) {
    for (const Inline& item : inlines) std::visit(WriteInline{*this}, item.node);
}

void ContentWriter::write_id(AnchorId anchor) {
    if (!anchor.valid() || repeating_) return;
    xml.attribute("id", archive_.anchor(anchor).id);
    anchors_.push_back(anchor);
}

void ContentWriter::paragraph(const Inlines& inlines) {
    said_beside_ = words_beside_pictures(inlines);
    this->inlines(inlines);
    said_beside_.clear();
}

void ContentWriter::picture(const Image& image) {
    const Picture& picture = *pictures_[std::get<ResourceId>(image.target).value];
    const std::string alternative = alternative_text(image);
    const bool said = !said_beside_.empty() && unicode::lower(alternative) == unicode::lower(said_beside_);
    xml.open("img", {{"src", picture.path}, {"alt", said ? std::string() : alternative}});
    if (!image.title.empty()) xml.attribute("title", image.title);
    // A size that the note asks for; else the natural one, so that readers know the shape before they have the file.
    double width = picture.width, height = picture.height;
    if (image.width) {
        height = image.height ? *image.height : height * *image.width / std::max(width, 1.0);
        width = *image.width;
    } else if (image.height) {
        width = width * *image.height / std::max(height, 1.0);
        height = *image.height;
    }
    if (image.width_percent) {
        xml.attribute("class", width_class(*image.width_percent));
    } else if (width >= 1 && height >= 1) {
        xml.attribute("width", std::to_string(std::lround(std::min(width, 1e5))));
        xml.attribute("height", std::to_string(std::lround(std::min(height, 1e5))));
    }
    xml.close_empty();
}

void ContentWriter::missing_picture(const Image& image) {
    const auto* remote = std::get_if<ExternalUrl>(&image.target);
    const bool linked = remote && links_open_ == 0;
    const Element element(xml, linked ? "a" : "span", {{"class", "missing-picture"}});
    if (linked) xml.attribute("href", remote->url);
    xml.attribute("data-src", image.destination);
    xml.attribute("data-alt", image.alt);
    if (!image.title.empty()) xml.attribute("data-title", image.title);
    const std::string_view alternative = image.alt.empty() ? image.title : image.alt;
    const bool among_words = remote && !in_figure_;
    placeholder_words_ = alternative;
    if (!among_words || alternative.empty()) xml.text(missing_words(image, note_.language));
    if (!among_words) xml.text(": ");
    words(alternative);
    if (among_words) return;
    if (image.destination.starts_with("data:")) return;
    if (!alternative.empty()) xml.text(" (");
    {
        const Element address(xml, "code");
        words(image.destination);
    }
    if (!alternative.empty()) xml.text(")");
}

void ContentWriter::link(const Link& link) {
    const auto* anchor = std::get_if<AnchorId>(&link.target);
    const auto* external = std::get_if<ExternalUrl>(&link.target);
    const bool goes = links_open_ == 0 && ((anchor && anchor->valid()) || (external && !external->url.empty()));
    const Element element(xml, goes ? "a" : "span");
    if (goes && anchor) xml.raw_attribute("href", late_href(*anchor));
    if (goes && external) xml.attribute("href", external->url);
    const bool dead = !goes && links_open_ == 0;
    const bool bare = link.children.empty();
    if (dead || bare) xml.attribute("class", !bare ? "dead-link" : dead ? "dead-link address" : "address");
    if (dead) xml.attribute("data-href", link.destination);
    if (!link.title.empty()) xml.attribute("title", link.title);
    if (goes) ++links_open_;
    if (bare)
        xml.text(link.destination);
    else
        inlines(link.children);
    if (goes) --links_open_;
}

void ContentWriter::footnote_reference(const FootnoteReference& reference) {
    if (!reference.index || links_open_ > 0) {
        xml.text("[^" + std::string(reference.label) + "]");
        return;
    }
    const Footnote& footnote = note_.footnotes[*reference.index];
    const Element raised(xml, "sup");
    xml.text("\u202F");  // else the number is a part of the word to a search, and to a voice
    const Element element(xml, "a", {{"epub:type", "noteref"}, {"role", "doc-noteref"}});
    xml.raw_attribute("href", late_href(note_.id, *reference.index));
    if (!referred_[*reference.index]) {
        referred_[*reference.index] = true;
        new_footnotes_.push_back(*reference.index);
        xml.attribute("id", reference_id(note_, footnote.number));
    }
    xml.text(std::to_string(footnote.number));
}

}  // namespace notes_export::epub
