#include <algorithm>
#include <array>

#include "notes_export/document.hpp"
#include "support/ascii.hpp"

namespace notes_export {
namespace {

void append_plain(std::string& out, const Inlines& inlines);

struct PlainText {
    std::string& out;

    void operator()(const Text& text) const { out += text.text; }
    void operator()(const SoftBreak&) const { out += ' '; }
    void operator()(const LineBreak&) const { out += ' '; }
    void operator()(const Styled& styled) const { append_plain(out, styled.children); }
    void operator()(const Passage& passage) const { append_plain(out, passage.children); }
    void operator()(const Code& code) const { out += code.text; }
    void operator()(const MathSpan& math) const { out += math.tex; }
    void operator()(const Link& link) const { append_plain(out, link.children); }
    void operator()(const Image& image) const { out += image.alt; }
    void operator()(const FootnoteReference&) const {}
    void operator()(const AnchorPoint&) const {}
    void operator()(const Ruby& ruby) const { append_plain(out, ruby.base); }
    void operator()(const Tag& tag) const {
        out += '#';
        out += tag.name;
    }
};

void append_plain(std::string& out, const Inlines& inlines) {
    for (const Inline& item : inlines) std::visit(PlainText{out}, item.node);
}

/// The only image of the inlines, through links around it; null when there is anything else.
const Image* single_image(const Inlines& inlines) {
    if (inlines.size() != 1) return nullptr;
    if (const auto* image = std::get_if<Image>(&inlines.front().node)) return image;
    if (const auto* link = std::get_if<Link>(&inlines.front().node)) return single_image(link->children);
    return nullptr;
}

/// An alt text that says no more than the file's name does.
bool is_file_name(std::string_view alt) {
    static constexpr std::array endings{".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"};
    const std::string lower = ascii::lower(alt);
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return lower.ends_with(ending); });
}

}  // namespace

std::string plain_text(const Inlines& inlines) {
    std::string out;
    append_plain(out, inlines);
    return out;
}

Inlines caption_of(const Figure& figure) {
    if (!figure.caption.empty()) return figure.caption;
    if (figure.blocks.size() != 1) return {};
    const auto* paragraph = std::get_if<Paragraph>(&figure.blocks.front().node);
    const Image* image = paragraph ? single_image(paragraph->children) : nullptr;
    if (!image) return {};
    const std::string_view words = !image->title.empty() ? image->title : image->alt;
    if (words.empty() || is_file_name(words)) return {};
    return {{Text{words}, figure.blocks.front().span}};
}

}  // namespace notes_export
