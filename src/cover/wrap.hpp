/// Breaking a text of the cover into lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cover/line.hpp"

namespace notes_export::cover {

/// A text as it fits a box: its lines, and the size it needed for that.
struct Wrapped {
    std::vector<std::string> lines;
    Points size;
    bool whole = true;  ///< no line is wider than the measure, and nothing was cut off
};

/// Lines of about the same width. The size is reduced down to `least` until no word is wider than the measure and no
/// more than `most_lines` × (largest size ÷ size) lines are needed; then words are parted anywhere, and what is still
/// too much ends in "…".
Wrapped wrap(std::string_view text, const LineStyle& style, Points measure, Points least, int most_lines,
             const text::FontLibrary& fonts);

}  // namespace notes_export::cover
