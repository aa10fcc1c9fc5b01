#include <algorithm>
#include <string>

#include "epub/content/classes.hpp"
#include "epub/content/content_writer.hpp"

namespace notes_export::epub {
namespace {

/// h1 is the note's title; below h6 HTML has `role` and `aria-level`.
const char* heading_element(int level) {
    static constexpr const char* names[] = {"h2", "h3", "h4", "h5", "h6", "div"};
    return names[std::clamp(level, 1, 6) - 1];
}

}  // namespace

struct WriteBlock {
    ContentWriter& writer;
    XmlWriter& xml = writer.xml;

    void operator()(const Paragraph& paragraph) const {
        writer.open_block("p");
        if (const char* alignment = alignment_class(paragraph.alignment)) xml.attribute("class", alignment);
        writer.paragraph(paragraph.children);
        xml.close();
    }
    void operator()(const Heading& heading) const {
        const bool own = heading.anchor.valid();
        if (own) {
            xml.open(heading_element(heading.level));
            writer.write_id(heading.anchor);
        } else {
            writer.open_block(heading_element(heading.level));
        }
        if (heading.level > 5) {
            xml.attribute("class", "heading");
            xml.attribute("role", "heading");
            xml.attribute("aria-level", std::to_string(heading.level + 1));
        }
        writer.inlines(heading.children);
        xml.close();
    }
    void operator()(const List& list) const { writer.list(list); }
    void operator()(const CodeBlock& code) const {
        writer.open_block("pre", {{"dir", "ltr"}});
        const std::string language = class_name(code.language);
        xml.open("code");
        if (!language.empty()) xml.attribute("class", "language-" + language);
        xml.text(code.text);
        xml.close();
        xml.close();
    }
    void operator()(const Quote& quote) const {
        writer.open_block("blockquote");
        writer.blocks(quote.blocks);
        xml.close();
    }
    void operator()(const Callout& callout) const { writer.callout(callout); }
    void operator()(const Table& table) const { writer.table(table); }
    void operator()(const Rule&) const {
        writer.open_block("hr");
        xml.close_empty();
    }
    void operator()(const Figure& figure) const { writer.figure(figure); }
    void operator()(const DefinitionList& list) const {
        writer.open_block("dl");
        for (const DefinitionItem& item : list.items) {
            for (const Inlines& term : item.terms) {
                const Element element(xml, "dt");
                writer.inlines(term);
            }
            for (const Blocks& definition : item.definitions) {
                const Element element(xml, "dd");
                writer.item_blocks(definition, definition.size() == 1);
            }
        }
        xml.close();
    }
    void operator()(const Details& details) const {
        writer.open_block("details", {{"open", "open"}});
        {
            const Element summary(xml, "summary");
            writer.inlines(details.summary);
        }
        writer.blocks(details.blocks);
        xml.close();
    }
    void operator()(const Division& division) const {
        writer.open_block("div");
        std::string classes;
        if (const char* alignment = alignment_class(division.alignment)) classes = alignment;
        if (division.direction == Direction::right_to_left) classes += classes.empty() ? "rtl" : " rtl";
        if (!classes.empty()) xml.attribute("class", classes);
        if (!division.language.empty()) {
            xml.attribute("lang", division.language);
            xml.attribute("xml:lang", division.language);
        }
        if (division.direction != Direction::automatic)
            xml.attribute("dir", division.direction == Direction::right_to_left ? "rtl" : "ltr");
        writer.blocks(division.blocks);
        xml.close();
    }
    void operator()(const MathBlock& math) const {
        writer.open_block("p", {{"class", "math-block"}});
        text_element(xml, "code", math.tex, {{"class", "math display"}});
        xml.close();
    }
    void operator()(const Embed& embed) const { writer.embed(embed); }
};

void ContentWriter::blocks(const Blocks& blocks) {
    for (const Block& item : blocks) block(item);
}

void ContentWriter::block(const Block& block) {
    std::vector<AnchorId> anchors;
    for (const AnchorPoint& point : block.anchors)
        if (point.anchor.valid()) anchors.push_back(point.anchor);
    // One id an element: those that the block's own has no room for stand on wrappers around it.
    const auto* heading = std::get_if<Heading>(&block.node);
    const std::size_t room = heading && heading->anchor.valid() ? 0 : 1;
    std::size_t wrappers = 0;
    for (; anchors.size() - wrappers > room; ++wrappers) {
        xml.open("div");
        write_id(anchors[wrappers]);
    }
    pending_ = wrappers < anchors.size() ? anchors[wrappers] : AnchorId{};
    std::visit(WriteBlock{*this}, block.node);
    for (; wrappers > 0; --wrappers) xml.close();
    xml.line_break();
}

void ContentWriter::open_block(const char* name, XmlWriter::Attributes attributes) {
    xml.open(name, attributes);
    write_id(std::exchange(pending_, {}));
}

void ContentWriter::figure(const Figure& figure) {
    open_block("figure");
    const bool outer = std::exchange(in_figure_, true);
    placeholder_words_ = {};
    blocks(figure.blocks);
    in_figure_ = outer;
    const Inlines caption = caption_of(figure);
    // What stands for a missing picture says its words itself.
    const bool said = figure.caption.empty() && plain_text(caption) == placeholder_words_;
    if (!caption.empty() && !said) {
        const Element element(xml, "figcaption");
        if (figure.caption.empty()) xml.attribute("class", "repeated");
        inlines(caption);
    }
    xml.close();
}

void ContentWriter::embed(const Embed& embed) {
    const auto* anchor = std::get_if<AnchorId>(&embed.origin);
    open_block("div", {{"class", "embed"}});
    {
        const Element source(xml, "p", {{"class", "embed-source"}});
        Link link;
        link.destination = embed.destination;
        link.target = embed.origin;
        const std::string title = !embed.title.empty()        ? std::string(embed.title)
                                  : anchor && anchor->valid() ? archive_.note(archive_.anchor(*anchor).note).title
                                                              : std::string(embed.destination);
        link.children.push_back({Text{title}, {}});
        this->link(link);
    }
    blocks(embed.blocks);
    xml.close();
}

}  // namespace notes_export::epub
