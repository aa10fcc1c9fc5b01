#include "source/vault_signs.hpp"

#include <algorithm>

#include "support/ascii.hpp"

namespace notes_export::source {
namespace {

constexpr std::size_t none = std::string_view::npos;

bool opens_fence(std::string_view line) {
    const std::size_t begin = line.find_first_not_of(" \t>");
    return begin != none && (line.substr(begin).starts_with("```") || line.substr(begin).starts_with("~~~"));
}

/// A note's name; not a shell's test, a list of lists, or a string of some program.
bool is_note_name(std::string_view name) {
    constexpr std::string_view never_first = " \t\"'$-*!^:`\\{(";
    if (name.empty() || never_first.find(name.front()) != none || name.find('[') != none) return false;
    return std::any_of(name.begin(), name.end(),
                       [](char c) { return ascii::is_letter(c) || static_cast<unsigned char>(c) >= 0x80; });
}

bool line_has_wikilink(std::string_view line) {
    for (std::size_t at = line.find("[["); at != none; at = line.find("[[", at + 2)) {
        const std::size_t close = line.find("]]", at);
        if (close == none) return false;
        if (std::count(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(at), '`') % 2 != 0) continue;
        const char behind = close + 2 < line.size() ? line[close + 2] : ' ';
        if (behind != '(' && behind != ':' && is_note_name(line.substr(at + 2, close - at - 2))) return true;
    }
    return false;
}

}  // namespace

bool has_wikilink(std::string_view text) {
    bool fenced = false;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        begin = end + 1;
        if (opens_fence(line))
            fenced = !fenced;
        else if (!fenced && line_has_wikilink(line))
            return true;
    }
    return false;
}

}  // namespace notes_export::source
