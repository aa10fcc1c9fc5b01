/// The columns of a table, as wide as their content asks.
#pragma once

#include <optional>
#include <vector>

#include "layout/blocks/table_look.hpp"

namespace notes_export::layout {

struct Columns {
    TableLook look;
    std::vector<Points> x, width;  ///< of each; `x` is its left end
};

/// Columns in the largest type in which the content fits; nothing when the table can only be set as records.
std::optional<Columns> fitted(Compositor& compositor, const TableGrid& grid, const Frame& frame);

}  // namespace notes_export::layout
