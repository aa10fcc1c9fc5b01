/// What the cells of a table ask of its columns.
#pragma once

#include <vector>

#include "layout/blocks/table_look.hpp"

namespace notes_export::layout {

/// Widths that a cell's content asks for.
struct CellWidths {
    ContentWidths words;
    Points pictures;  ///< of the widest line with pictures in it, at their natural size; 0 where there are none
};

/// Widths that cells ask for, in one size of type.
struct TableWidths {
    struct Column {
        ColumnWidth words;
        Points pictures;
    };
    struct Spanning {
        const GridCell* cell;
        CellWidths widths;
    };
    std::vector<Column> columns;  ///< by the cells of one column each
    std::vector<Spanning> spanning;
};

TableWidths measured(Compositor& compositor, const TableGrid& grid, const Frame& frame, const TableLook& look);

/// What columns want of a room for all of them: words come first, and pictures have what those leave, at least the
/// column's fair share of the room.
std::vector<ColumnWidth> wanted_widths(const TableWidths& widths, Points room, const TableLook& look);

}  // namespace notes_export::layout
