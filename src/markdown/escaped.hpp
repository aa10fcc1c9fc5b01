#pragma once

#include <cstddef>
#include <string_view>

namespace notes_export::markdown {

/// Whether a backslash makes the byte at `at` plain text (CommonMark 0.31, 2.4).
inline bool is_escaped(std::string_view text, std::size_t at) {
    std::size_t backslashes = 0;
    while (backslashes < at && text[at - 1 - backslashes] == '\\') ++backslashes;
    return backslashes % 2 == 1;
}

}  // namespace notes_export::markdown
