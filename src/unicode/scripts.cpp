#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "support/ascii.hpp"
#include "unicode/text.hpp"

namespace notes_export::unicode {

Direction first_strong(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto character = static_cast<UChar32>(decode(text, i));
        if (character < 0x590) {
            if (u_isalpha(character)) return Direction::left_to_right;
            continue;
        }
        switch (u_charDirection(character)) {
            case U_LEFT_TO_RIGHT:
                return Direction::left_to_right;
            case U_RIGHT_TO_LEFT:
            case U_RIGHT_TO_LEFT_ARABIC:
                return Direction::right_to_left;
            default:
                break;
        }
    }
    return Direction::automatic;
}

std::optional<double> right_to_left_share(std::string_view text) {
    std::size_t left = 0, right = 0;
    for (std::size_t i = 0; i < text.size();) {
        switch (u_charDirection(static_cast<UChar32>(decode(text, i)))) {
            case U_LEFT_TO_RIGHT:
                ++right;
                break;
            case U_RIGHT_TO_LEFT:
            case U_RIGHT_TO_LEFT_ARABIC:
                ++left;
                break;
            default:
                break;
        }
    }
    if (left + right == 0) return std::nullopt;
    return static_cast<double>(left) / static_cast<double>(left + right);
}

bool is_symbol(char32_t character) {
    return (U_GET_GC_MASK(static_cast<UChar32>(character)) & U_GC_S_MASK) != 0;
}

bool is_cjk(char32_t character) {
    if (character < 0x1100) return false;
    return (character >= 0x1100 && character <= 0x11FF) || (character >= 0x2E80 && character <= 0xA4CF) ||
           (character >= 0xA960 && character <= 0xA97F) || (character >= 0xAC00 && character <= 0xD7FF) ||
           (character >= 0xF900 && character <= 0xFAFF) || (character >= 0xFE30 && character <= 0xFE4F) ||
           (character >= 0xFF00 && character <= 0xFFEF) || (character >= 0x1AFF0 && character <= 0x1B16F) ||
           (character >= 0x20000 && character <= 0x3FFFF);
}

bool natural_less(std::string_view a, std::string_view b) {
    std::size_t i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (ascii::is_digit(a[i]) && ascii::is_digit(b[j])) {
            std::size_t first = i, second = j;
            while (first < a.size() && a[first] == '0') ++first;
            while (second < b.size() && b[second] == '0') ++second;
            std::size_t i_end = first, j_end = second;
            while (i_end < a.size() && ascii::is_digit(a[i_end])) ++i_end;
            while (j_end < b.size() && ascii::is_digit(b[j_end])) ++j_end;
            if (i_end - first != j_end - second) return i_end - first < j_end - second;
            const int order = a.substr(first, i_end - first).compare(b.substr(second, j_end - second));
            if (order != 0) return order < 0;
            i = i_end;
            j = j_end;
        } else {
            const auto x = static_cast<unsigned char>(ascii::lower(a[i])),
                       y = static_cast<unsigned char>(ascii::lower(b[j]));
            if (x != y) {
                // A folder's own files come before those of a folder whose name goes on: "a/z" before "a-b/z".
                if (x == '/' || y == '/') return x == '/';
                return x < y;
            }
            ++i;
            ++j;
        }
    }
    if ((i < a.size()) != (j < b.size())) return j < b.size();
    return a < b;
}

bool is_right_to_left(std::string_view language) {
    static constexpr std::array codes{"ar", "arc", "azb",     "ckb", "dv",  "fa",      "glk",     "he",
                                      "iw", "ks",  "ku-arab", "lrc", "mzn", "nqo",     "pa-arab", "pnb",
                                      "ps", "sd",  "syr",     "ug",  "ur",  "uz-arab", "yi"};
    const std::string folded = lower(language);
    return std::any_of(codes.begin(), codes.end(), [&](std::string_view code) {
        return folded.starts_with(code) && (folded.size() == code.size() || folded[code.size()] == '-');
    });
}

}  // namespace notes_export::unicode
