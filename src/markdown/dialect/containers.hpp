/// The prefixes that quotes and lists put before a line.
#pragma once

#include <optional>
#include <string_view>

#include "markdown/dialect/structure.hpp"

namespace notes_export::markdown {

/// The containers a place in a line stands in, as far as its own line shows them.
struct Container {
    int quotes = 0;        ///< how many `>`
    int indentation = 0;   ///< columns behind the last `>` (all of the line's prefix when there is none)
    bool heading = false;  ///< an ATX heading's `#` stands before the place
};

struct ContainedLine {
    bool inside = false;  ///< has as many `>` as the container
    bool blank = false;
    int indentation = 0;  ///< columns beyond the container's
    Range rest;           ///< behind the container's prefix
};

Container container_of(std::string_view text, std::uint32_t offset);
ContainedLine contained(std::string_view text, Range line, const Container& container);
/// Drops at most `columns` columns of blanks.
Range without_indentation(std::string_view text, Range line, int columns);

/// What stands before `offset` on its line, if that is nothing but blanks and quotes' marks.
std::optional<std::string_view> prefix_alone(std::string_view text, std::uint32_t offset);

/// The line that begins at `begin`, without its line end.
Range line_at(std::string_view text, std::uint32_t begin);
std::uint32_t line_begin(std::string_view text, std::uint32_t offset);

}  // namespace notes_export::markdown
