#include "layout/blocks/blocks.hpp"

#include <unicode/uchar.h>

#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include "layout/blocks/inlines.hpp"
#include "unicode/text.hpp"

namespace notes_export::layout {
namespace {

/// The last character of the words that inlines show; 0 where they show none.
char32_t last_character(const Inlines& inlines) {
    const std::string text = plain_text(inlines);
    std::size_t at = text.size();
    while (at > 0 && (static_cast<unsigned char>(text[at - 1]) & 0xC0U) == 0x80) --at;
    return at == 0 ? 0 : unicode::decode(text, --at);
}

bool ends_sentence(char32_t c) {
    return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_S_TERM) != 0;
}

/// A short line that is no sentence names what is below: a file, a tab, a system.
bool is_label(const Paragraph& paragraph) {
    constexpr std::size_t longest = 60;  // bytes
    const char32_t last = last_character(paragraph.children);
    return last != 0 && !ends_sentence(last) && last != U'…' && last != U')' && !has_kept_breaks(paragraph.children) &&
           plain_text(paragraph.children).size() <= longest;
}

/// A line that ends with a colon belongs to the list, the code, the table or the picture that it announces.
bool introduces(const Paragraph& paragraph) {
    const char32_t last = last_character(paragraph.children);
    return last == U':' || last == U'：' || is_label(paragraph);
}

/// A line of words that is no sentence, before code: the name of its file, of what it shows.
bool labels(const Paragraph& paragraph, std::size_t lines) {
    const char32_t last = lines == 1 ? last_character(paragraph.children) : 0;
    return last != 0 && !ends_sentence(last);
}

/// The words of an item before the list within it.
bool leads_item(const Blocks& blocks, std::size_t i, std::size_t lines) {
    constexpr std::size_t most_lines = 3;
    return i == 1 && lines <= most_lines && std::holds_alternative<List>(blocks[i].node);
}

/// Where a page should rather end than go on.
bool begins_anew(const Block& block) {
    return std::holds_alternative<Heading>(block.node) || std::holds_alternative<notes_export::Rule>(block.node);
}

/// A label of what follows it; what announces that stays with both.
bool labels_next(const Blocks& blocks, std::size_t i) {
    const auto* paragraph = std::get_if<Paragraph>(&blocks[i].node);
    return paragraph && is_label(*paragraph) && i + 1 < blocks.size() &&
           !std::holds_alternative<Paragraph>(blocks[i + 1].node) && !begins_anew(blocks[i + 1]);
}

bool begins_with_picture(const Paragraph& paragraph) {
    return !paragraph.children.empty() && std::holds_alternative<Image>(paragraph.children.front().node);
}

/// Prose that a heading may run into.
bool is_prose(const Block& block) {
    const auto* paragraph = std::get_if<Paragraph>(&block.node);
    return paragraph && paragraph->alignment == Alignment::none && !paragraph->children.empty() &&
           !begins_with_picture(*paragraph) && !has_kept_breaks(paragraph->children);
}

}  // namespace

void set_blocks(Compositor& compositor, const Blocks& blocks, const Frame& outer) {
    Frame frame = outer;
    const bool of_item = compositor.beside_label;  // these are a list item's blocks
    const Paragraph* before = nullptr;             // the paragraph right before
    std::size_t lines_before = 0;                  // of it
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const Block& block = blocks[i];
        const auto* paragraph = std::get_if<Paragraph>(&block.node);
        // Where no space parts paragraphs an indent does.
        const bool indents = before && paragraph && outer.paragraph_space.value == 0;
        frame.first_indent = indents ? compositor.design().indent : Points{};
        frame.before_text = i + 1 < blocks.size() && is_prose(blocks[i + 1]);
        if (frame.anchors)
            for (const AnchorPoint& point : block.anchors)
                if (point.anchor.valid()) compositor.mark(point.anchor);
        if (!paragraph) flush_run_in(compositor, frame);
        const std::size_t first = compositor.next();
        std::visit([&](const auto& node) { set_block(compositor, node, frame); }, block.node);
        const bool code = std::holds_alternative<CodeBlock>(block.node);
        const bool announced = (!paragraph && !begins_anew(block)) || (paragraph && begins_with_picture(*paragraph)) ||
                               labels_next(blocks, i);
        if (before && ((announced && introduces(*before)) || (code && labels(*before, lines_before)) ||
                       (of_item && leads_item(blocks, i, lines_before))))
            compositor.announce(first);
        before = paragraph;
        lines_before = compositor.next() - first;
    }
}

void set_below(Compositor& compositor, const Blocks& blocks, const Frame& frame) {
    Galley body = compositor.apart([&] {
        set_blocks(compositor, blocks, frame);
        flush_run_in(compositor, frame);
    });
    if (!body.strips.empty()) body.strips.front().space_before = {};
    compositor.append(std::move(body));
}

}  // namespace notes_export::layout
