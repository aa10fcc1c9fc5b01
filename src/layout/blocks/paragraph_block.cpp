#include <iterator>
#include <utility>

#include "layout/blocks/blocks.hpp"
#include "layout/blocks/inlines.hpp"

namespace notes_export::layout {
namespace {

Setting aligned(Alignment alignment, const Frame& frame) {
    switch (alignment) {
        case Alignment::none:
            return frame.setting;
        case Alignment::left:
            return Setting::ragged;
        case Alignment::center:
            return Setting::centered;
        case Alignment::right:
            return Setting::right;
    }
    return frame.setting;
}

}  // namespace

ParagraphStyle paragraph_style(const std::vector<Piece>& pieces, const Frame& frame) {
    ParagraphStyle style;
    style.setting = frame.setting;
    style.direction = direction_of(pieces, frame);
    style.fallback_direction = frame.direction;
    if (frame.flush && frame.mirrored() && style.direction != Direction::right_to_left &&
        (style.setting == Setting::ragged || style.setting == Setting::justified || style.setting == Setting::balanced))
        style.setting = Setting::right;
    style.hyphenate = frame.text.hyphenate && frame.setting == Setting::justified;
    style.protrude = frame.protrude;
    style.first_indent = frame.first_indent;
    style.language = frame.text.language;
    return style;
}

std::size_t set_pieces(Compositor& compositor, std::vector<Piece> pieces, const Frame& frame, Points hang) {
    if (!compositor.run_in.empty()) {
        std::vector<Piece> before = std::exchange(compositor.run_in, {});
        before.insert(before.end(), std::make_move_iterator(pieces.begin()), std::make_move_iterator(pieces.end()));
        pieces = std::move(before);
    }
    ParagraphStyle style = paragraph_style(pieces, frame);
    style.hang = hang;
    return add_lines(compositor, set_paragraph(pieces, style, frame.width, compositor.book.fonts), frame,
                     frame.text.size);
}

void flush_run_in(Compositor& compositor, const Frame& frame) {
    if (!compositor.run_in.empty()) set_pieces(compositor, {}, frame);
}

void set_block(Compositor& compositor, const Paragraph& paragraph, const Frame& frame) {
    const ElementId element = compositor.element(Role::paragraph, frame.parent);
    Frame inner = frame;
    inner.setting = aligned(paragraph.alignment, frame);
    const bool kept = has_kept_breaks(paragraph.children);
    if (kept || inner.setting == Setting::centered || inner.setting == Setting::right) inner.first_indent = {};
    if (kept && inner.setting == Setting::justified) inner.setting = Setting::ragged;
    std::vector<Piece> pieces = pieces_of(compositor, paragraph.children, inner, element);
    if (pieces.empty() && compositor.run_in.empty()) return;
    // Text stands directly below its heading.
    if (!compositor.keeps_next()) compositor.space(frame.paragraph_space);
    set_pieces(compositor, std::move(pieces), inner, kept ? frame.text.size : Points{});
    compositor.space(frame.paragraph_space);
}

}  // namespace notes_export::layout
