#include "epub/content/seams.hpp"

#include <algorithm>

#include "support/ascii.hpp"

namespace notes_export::epub {
namespace {

constexpr std::size_t short_word = 12;  // bytes
constexpr std::size_t least = 4;        // bytes on either side of a seam

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

bool is_lower_or_digit(char c) {
    return ascii::is_lower(c) || ascii::is_digit(c);
}

bool is_seam(char before, char after) {
    constexpr std::string_view signs = "/._-:=&?@,;+";
    return (signs.find(before) != std::string_view::npos && signs.find(after) == std::string_view::npos) ||
           (is_lower_or_digit(before) && ascii::is_upper(after));
}

}  // namespace

std::size_t piece_end(std::string_view text, std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && !is_blank(text[begin - 1])) --begin;
    std::size_t end = at;
    while (end < text.size() && is_blank(text[end])) ++end;
    if (end > at) return end;
    while (end < text.size() && !is_blank(text[end])) ++end;
    if (end - begin <= short_word) return end;
    for (std::size_t seam = std::max(at, begin) + least; seam + least <= end; ++seam)
        if (is_seam(text[seam - 1], text[seam])) return seam;
    return end;
}

}  // namespace notes_export::epub
