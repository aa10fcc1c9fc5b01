/// Letters and digits of ASCII, whatever the locale says: what formats, addresses and marks are made of.
/// Each is a predicate on `char` and `char32_t`. For the words of people see unicode/text.hpp.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace notes_export::ascii {

inline constexpr auto is_digit = [](auto c) { return c >= '0' && c <= '9'; };
inline constexpr auto is_lower = [](auto c) { return c >= 'a' && c <= 'z'; };
inline constexpr auto is_upper = [](auto c) { return c >= 'A' && c <= 'Z'; };
inline constexpr auto is_letter = [](auto c) { return is_lower(c) || is_upper(c); };
inline constexpr auto is_alphanumeric = [](auto c) { return is_digit(c) || is_letter(c); };
inline constexpr auto is_hex_digit = [](auto c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
};

/// Of a hexadecimal digit.
constexpr int hex_value(char c) {
    if (is_digit(c)) return c - '0';
    return (is_upper(c) ? c - 'A' : c - 'a') + 10;
}

constexpr char lower(char c) {
    return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
constexpr char upper(char c) {
    return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}
inline std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return lower(c); });
    return out;
}

}  // namespace notes_export::ascii
