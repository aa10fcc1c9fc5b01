/// The grid of a table: which cell stands where, spans included, and how wide its columns are.
#pragma once

#include <cstddef>
#include <vector>

#include "notes_export/document.hpp"
#include "support/geometry.hpp"

namespace notes_export::layout {

struct GridCell {
    const TableCell* cell = nullptr;
    std::size_t row = 0, column = 0;
    std::size_t rows = 1, columns = 1;
    Alignment alignment = Alignment::none;
};

struct TableGrid {
    std::size_t columns = 0, rows = 0;
    std::size_t head_rows = 0;
    std::vector<GridCell> cells;  ///< row by row
};

/// Places the cells as HTML does: a cell takes the first free columns of its row.
TableGrid grid_of(const Table& table);

struct ColumnWidth {
    Points least, most;  ///< without breaking a word; on one line
    Points body;         ///< on one line, of cells that are no heads
    Points parted;       ///< where addresses and code are broken, and pictures as small as can be
};

/// Widths that fill `room` as far as the content wants it: everything on one line where that fits, else what is no
/// head; else each column its least width and a share of the rest. The least widths must fit.
std::vector<Points> share(const std::vector<ColumnWidth>& columns, Points room);

}  // namespace notes_export::layout
