#include "layout/blocks/table_look.hpp"

#include "layout/blocks/blocks.hpp"
#include "layout/blocks/inlines.hpp"

namespace notes_export::layout {

TableLook look_of(const Compositor& compositor, double part, double gap) {
    const double ratio = part * (compositor.design().table_size / compositor.pt(8.8));
    return {compositor.pt(8.8 * ratio), compositor.pt(12.4 * ratio), compositor.pt(gap * ratio),
            compositor.pt(3.2),         compositor.pt(3.6),          false};
}

Frame cell_frame(const Frame& frame, const TableLook& look, const GridCell& cell, Points x, Points width) {
    Frame inner = frame;
    inner.x = x;
    inner.width = width;
    inner.leading = look.leading;
    inner.paragraph_space = look.leading / 4;
    inner.text = label_style(frame, look.size, cell.cell->header);
    inner.text.features.tabular_figures = true;
    inner.text.underline = frame.text.underline;
    inner.text.seams = look.seams;
    inner.flush = true;
    switch (cell.alignment) {
        case Alignment::none:
        case Alignment::left:
            inner.setting = Setting::ragged;
            break;
        case Alignment::center:
            inner.setting = Setting::centered;
            break;
        case Alignment::right:
            inner.setting = Setting::right;
            break;
    }
    return inner;
}

Points hairline_of(const Compositor& compositor) {
    return compositor.pt(0.4);
}

Fill rule_at(const Frame& frame, Points y, Points thickness, double grey) {
    return Fill{{frame.x, y, frame.width, thickness}, {grey}, {}, {}};
}

void set_caption(Compositor& compositor, const Table& table, const Frame& frame, ElementId parent) {
    if (table.caption.empty()) return;
    const ElementId element = compositor.element(Role::caption, parent);
    Frame inner = frame;
    inner.leading = compositor.pt(11.4);
    inner.setting = Setting::ragged;
    inner.text = label_style(frame, compositor.pt(8.4));
    inner.text.grey = {0.25};
    const std::size_t first = set_pieces(compositor, pieces_of(compositor, table.caption, inner, element), inner);
    compositor.keep_together(first, break_costs::heading);
    compositor.keep_with_next();
    compositor.space(compositor.pt(3));
}

}  // namespace notes_export::layout
