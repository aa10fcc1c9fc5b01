#include <algorithm>

#include "layout/blocks/blocks.hpp"
#include "layout/blocks/inlines.hpp"

namespace notes_export::layout {
namespace {

/// The note's title is H1, its headings follow.
Role role_of(int level) {
    constexpr Role roles[] = {Role::h2, Role::h3, Role::h4, Role::h5, Role::h6};
    return roles[std::clamp(level, 1, 5) - 1];
}

/// Between a heading and the text that it runs into, in em. Its weight parts them as well.
constexpr double run_in_gap = 0.38;

}  // namespace

/// The first level is semibold, the second italic as well; lower ones run into a paragraph that follows.
void set_block(Compositor& compositor, const Heading& heading, const Frame& frame) {
    const ElementId element = compositor.element(role_of(heading.level), frame.parent);
    Frame inner = frame;
    inner.setting = Setting::balanced;
    inner.flush = true;
    inner.text.hyphenate = false;
    inner.text.font.bold = true;
    inner.text.font.italic = heading.level >= 2;
    inner.text.features.old_style_figures = false;
    if (heading.level <= 2)
        inner.text.size = frame.text.size * (compositor.design().heading_size / compositor.design().size);
    if (frame.anchors && heading.anchor.valid()) compositor.mark(heading.anchor);
    std::vector<Piece> pieces = pieces_of(compositor, heading.children, inner, element);
    if (pieces.empty()) return;
    compositor.space(compositor.design().leading);
    if (heading.level >= 3 && frame.before_text) {
        TextStyle gap = inner.text;
        gap.font.italic = false;
        gap.size = gap.size * (run_in_gap * 2);
        pieces.push_back(words("\u2002", gap, element));
        compositor.run_in = std::move(pieces);
        return;
    }
    const std::size_t first = set_pieces(compositor, std::move(pieces), inner);
    compositor.keep_together(first, break_costs::heading);
    compositor.keep_with_next();
}

}  // namespace notes_export::layout
