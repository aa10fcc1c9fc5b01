/// What a reader sees of a text event, as characters.
#pragma once

#include <string>
#include <string_view>

#include "markdown/events.hpp"
#include "markdown/reading.hpp"

namespace notes_export::markdown {

/// U+FFFD, in the place of a byte 0 (CommonMark, 2.3).
inline constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

/// Appends the characters of a text event; the dialect's marks stand in their original spelling.
void append_characters(std::string& out, const Event& event, const Reading& reading);

}  // namespace notes_export::markdown
