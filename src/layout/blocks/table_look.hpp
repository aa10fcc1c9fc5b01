/// How a table looks: its type, the frames of its cells, its rules and its caption.
#pragma once

#include "layout/blocks/compositor.hpp"
#include "layout/blocks/table_grid.hpp"

namespace notes_export::layout {

struct TableLook {
    Points size, leading;
    Points gap;           ///< between columns
    Points above, below;  ///< between a row's text and its rules
    bool seams = false;   ///< identifiers may be parted
};

constexpr double usual_gap = 11;  ///< between columns, in points at the usual size

/// `part`: of the size that tables have when there is room.
TableLook look_of(const Compositor& compositor, double part, double gap = usual_gap);

/// The frame of a cell's text. Its parent is still the table's.
Frame cell_frame(const Frame& frame, const TableLook& look, const GridCell& cell, Points x, Points width);

/// Thickness of the rules between rows.
Points hairline_of(const Compositor& compositor);

/// A rule over the whole measure; `y` is its upper edge in the strip.
Fill rule_at(const Frame& frame, Points y, Points thickness, double grey);

/// The caption stands above the table and stays with it.
void set_caption(Compositor& compositor, const Table& table, const Frame& frame, ElementId parent);

}  // namespace notes_export::layout
