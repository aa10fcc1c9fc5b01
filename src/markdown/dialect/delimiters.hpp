/// `==mark==`, Roam's and Logseq's `^^mark^^`, Bear's older `::mark::`, `++inserted++`, `H~2~O`, `x^2^`: delimiters
/// whose inside is parsed as usual.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "markdown/dialect/place.hpp"

namespace notes_export::markdown {

/// Collects the delimiters of one leaf, left to right.
class Delimiters {
public:
    /// The place holds `=`, `~`, `^`, `+` or `:`. Returns how many bytes were looked at (a whole run).
    std::uint32_t read(const Place& place);
    /// A cell of a table ends: nothing reaches over it.
    void end_cell();
    /// Adds the pairs of the leaf to `marks`: those that lie within one another, not those that cross. Begins anew.
    void end_leaf(std::vector<LocalMark>& marks);
    /// `++` and `::` are signs of programs too: where one in a note is half of no pair, none there is a delimiter.
    /// Asked behind the last leaf.
    bool are_delimiters(std::string_view sign) const { return !doubled_[sign == "++" ? 0 : 1].unpaired; }

private:
    struct Pair {
        Range opening, closing;
        Style style;
    };
    struct Doubled {
        std::optional<Range> open;
        bool unpaired = false;  ///< one was found that is half of no pair
    };
    void read_highlight(const Place& place);
    void read_doubled(const Place& place, std::uint32_t length);
    void read_short(const Place& place, char c, Style style);

    std::array<std::optional<Range>, 2> open_highlights_;  ///< the last of each sign, `==` and `^^`
    std::array<Doubled, 2> doubled_;                       ///< `++` and `::`
    std::vector<Pair> pairs_;
    std::uint32_t behind_superscript_ = 0;
    std::uint32_t behind_subscript_ = 0;
};

}  // namespace notes_export::markdown
