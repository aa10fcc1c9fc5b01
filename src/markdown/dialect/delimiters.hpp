/// `==mark==`, Roam's and Logseq's `^^mark^^`, `H~2~O`, `x^2^`: delimiters whose inside is parsed as usual.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "markdown/dialect/place.hpp"

namespace notes_export::markdown {

/// Collects the delimiters of one leaf, left to right.
class Delimiters {
public:
    /// The place holds `=`, `~` or `^`. Returns how many bytes were looked at (a whole run).
    std::uint32_t read(const Place& place);
    /// A cell of a table ends: nothing reaches over it.
    void end_cell() { open_highlights_ = {}; }
    /// Adds the pairs of the leaf to `marks`: those that lie within one another, not those that cross. Begins anew.
    void end_leaf(std::vector<LocalMark>& marks);

private:
    struct Pair {
        Range opening, closing;
        Style style;
    };
    void read_highlight(const Place& place);
    void read_short(const Place& place, char c, Style style);

    std::array<std::optional<Range>, 2> open_highlights_;  ///< the last of each sign, `==` and `^^`
    std::vector<Pair> pairs_;
    std::uint32_t behind_superscript_ = 0;
    std::uint32_t behind_subscript_ = 0;
};

}  // namespace notes_export::markdown
