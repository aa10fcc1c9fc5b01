/// Lines of the cover: characters of any scripts to placed glyphs, and where a line may be broken.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cover/cover.hpp"

namespace notes_export::cover {

/// How a line is set.
struct LineStyle {
    text::FontStyle font;
    Points size;
    std::string language;
    bool right_to_left = false;  ///< where no character is strong
};

/// Runs from x = 0 on the baseline y = 0, in visual order (UAX #9).
struct SetLine {
    std::vector<CoverRun> runs;
    Points width;
};
SetLine set_line(std::string_view text, const LineStyle& style, const text::FontLibrary& fonts);

/// Byte offsets at which a line may end (UAX #14), the end of the text included.
std::vector<std::size_t> line_breaks(std::string_view text, const std::string& language);

/// Byte offsets of the ends of what a reader takes for one character (UAX #29).
std::vector<std::size_t> character_ends(std::string_view text);

}  // namespace notes_export::cover
