/// Where things stand that md4c gives no position for, found from the texts around them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "markdown/dialect/place.hpp"
#include "markdown/excess_cells.hpp"

namespace notes_export::markdown {

/// Told of what md4c finds, in its order. Linear in the text.
class Places {
public:
    explicit Places(std::string_view text) : text_(text) {}

    void text(Range range);

    void enter_link(bool image);
    /// From its first mark to behind its address; nothing for a link without text in another place.
    std::optional<Range> leave_link();

    /// Passes over `](address)` behind the last text, and says where it stands.
    std::optional<Range> pass_tail();

    void enter_table();
    void enter_row();
    void leave_cell();
    /// What the row holds behind the cells that md4c has told of: it passes over those that the table has no column
    /// for.
    std::optional<ExcessCells> leave_row();

private:
    std::size_t next_line(std::size_t at) const;

    struct Open {
        std::uint32_t from = 0;            ///< behind the text before it
        std::uint32_t first = UINT32_MAX;  ///< where its own text begins
        bool image = false;
    };

    std::string_view text_;
    std::vector<Open> open_;
    std::uint32_t cursor_ = 0;  ///< behind the last text or address
    // Of a table's row:
    std::size_t row_ = 0;   ///< where its line begins; npos when that is not known
    std::size_t body_ = 0;  ///< where the line behind the row of dashes begins
    std::uint32_t cell_begin_ = 0;
    std::optional<std::uint32_t> filled_;  ///< the cursor behind its last cell that is not empty
    std::size_t empty_cells_ = 0;          ///< since then
    std::size_t cells_ = 0;
};

}  // namespace notes_export::markdown
