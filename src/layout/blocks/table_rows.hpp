/// Rows of a table as strips: cells side by side.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "layout/blocks/table_columns.hpp"

namespace notes_export::layout {

/// Rows that a spanning cell ties together; most groups are one row.
struct RowGroup {
    std::span<const GridCell> cells;
    std::size_t first = 0, last = 0;  ///< rows; behind the last
    bool head = false;
    std::uint32_t repeated = UINT32_MAX;  ///< index into `Galley::heads`: what a page repeats that begins here
};

/// Sets a group as a strip, or line by line where it is too tall to be kept whole. `elements`: of all rows.
void set_rows(Compositor& compositor, const Frame& frame, const Columns& columns, const RowGroup& group,
              std::span<const ElementId> elements);

}  // namespace notes_export::layout
