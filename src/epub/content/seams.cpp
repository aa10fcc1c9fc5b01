#include "epub/content/seams.hpp"

#include "support/ascii.hpp"

namespace notes_export::epub {
namespace {

constexpr std::size_t short_word = 12;  // bytes
constexpr std::size_t least = 4;        // bytes on either side of a seam

bool is_lower_or_digit(char c) {
    return ascii::is_lower(c) || ascii::is_digit(c);
}

bool is_seam(char before, char after) {
    constexpr std::string_view signs = "/._-:=&?@,;+#";
    return (before == '/' && after != '/') ||
           (signs.find(before) != std::string_view::npos && signs.find(after) == std::string_view::npos) ||
           (is_lower_or_digit(before) && ascii::is_upper(after));
}

}  // namespace

std::size_t piece_end(std::string_view word, std::size_t at) {
    if (word.size() <= short_word) return word.size();
    for (std::size_t seam = at + least; seam + least <= word.size(); ++seam)
        if (is_seam(word[seam - 1], word[seam])) return seam;
    return word.size();
}

}  // namespace notes_export::epub
