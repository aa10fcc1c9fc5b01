/// Rows of tables with more cells than their table has columns. GFM (4.10) leaves those cells out; a book loses no
/// word.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace notes_export::markdown {

/// The cells of one row that its table has no column for; offsets into the text that was parsed.
struct ExcessCells {
    std::uint32_t bar = 0;    ///< that ends the last cell with a column
    std::uint32_t first = 0;  ///< the first word behind it
    std::size_t columns = 0;  ///< of the table
};

/// Takes bars of these rows for text, so that each has as many cells as its table: the doubled ones where they make up
/// the difference (`a || b` is an expression of many languages), else those behind the last column, whose cells stand
/// in the last one then. Another mark stands in, so that the text keeps its length; readers see the bar, for what they
/// see is taken from the original.
void join_cells(std::string& text, const std::vector<ExcessCells>& rows);

}  // namespace notes_export::markdown
