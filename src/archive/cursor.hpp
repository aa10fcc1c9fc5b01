/// A place in a text that is read from left to right.
#pragma once

#include <charconv>
#include <cstddef>
#include <optional>
#include <string_view>

#include "support/ascii.hpp"

namespace notes_export::archive {

/// Reads on through a text; a step that does not fit leaves the place as it was.
struct Cursor {
    std::string_view text;
    std::size_t at = 0;

    char peek(std::size_t ahead = 0) const { return at + ahead < text.size() ? text[at + ahead] : '\0'; }
    bool skip(char c) {
        if (peek() != c || at >= text.size()) return false;
        ++at;
        return true;
    }
    void blanks() {
        while (peek() == ' ' || peek() == '\t') ++at;
    }
    /// A number of `least` to `most` digits that no further digit follows.
    std::optional<int> number(std::size_t least, std::size_t most) {
        std::size_t digits = 0;
        while (ascii::is_digit(peek(digits))) ++digits;
        if (digits < least || digits > most) return std::nullopt;
        int value = 0;
        std::from_chars(text.data() + at, text.data() + at + digits, value);
        at += digits;
        return value;
    }
    std::string_view word() {
        const std::size_t begin = at;
        while (ascii::is_letter(peek())) ++at;
        return text.substr(begin, at - begin);
    }
};

}  // namespace notes_export::archive
