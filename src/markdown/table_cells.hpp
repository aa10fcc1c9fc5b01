/// How many cells a table's row has.
#pragma once

#include <cstddef>
#include <string_view>

namespace notes_export::markdown {

struct Cells {
    std::size_t outside_code = 0;  ///< pipes in code are none
    std::size_t all = 0;           ///< as GFM has it

    bool can_be(std::size_t count) const { return outside_code == count || all == count; }
};

Cells count_cells(std::string_view row);

/// A table's row of dashes, or a line that could be one.
bool is_row_of_dashes(std::string_view line);

}  // namespace notes_export::markdown
