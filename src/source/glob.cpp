#include "source/glob.hpp"

#include <optional>

#include "unicode/text.hpp"

namespace notes_export::source {
namespace {

/// What a class in brackets says of a character, and where the class ends; nothing when it is never closed.
struct ClassMatch {
    bool matches;
    std::size_t end;
};

std::optional<ClassMatch> match_class(std::string_view pattern, std::size_t at, char32_t c) {
    ++at;
    const bool negated = at < pattern.size() && (pattern[at] == '!' || pattern[at] == '^');
    if (negated) ++at;
    bool found = false;
    for (bool first = true; at < pattern.size(); first = false) {
        if (pattern[at] == ']' && !first) return ClassMatch{found != negated, at + 1};
        const char32_t low = unicode::decode(pattern, at);
        char32_t high = low;
        if (at + 1 < pattern.size() && pattern[at] == '-' && pattern[at + 1] != ']')
            high = unicode::decode(pattern, ++at);
        found = found || (low <= c && c <= high);
    }
    return std::nullopt;
}

/// One step of the pattern: a character or a class against the character at `text_at`. Moves both on when it fits.
bool match_one(std::string_view pattern, std::size_t& pattern_at, std::string_view text, std::size_t& text_at) {
    std::size_t next_text = text_at;
    const char32_t c = unicode::decode(text, next_text);
    std::size_t next_pattern = pattern_at;
    bool fits;
    if (pattern[pattern_at] == '?') {
        fits = c != '/';
        ++next_pattern;
    } else if (const auto in_class = pattern[pattern_at] == '[' ? match_class(pattern, pattern_at, c) : std::nullopt) {
        fits = in_class->matches && c != '/';
        next_pattern = in_class->end;
    } else {
        if (pattern[pattern_at] == '\\' && pattern_at + 1 < pattern.size()) ++next_pattern;
        fits = unicode::decode(pattern, next_pattern) == c;
    }
    if (fits) {
        pattern_at = next_pattern;
        text_at = next_text;
    }
    return fits;
}

/// Stars remember where they began; only the last `*` and the last `**` are ever tried again, so the time is bounded
/// by the product of the lengths.
struct Star {
    std::size_t pattern = std::string_view::npos;
    std::size_t text = 0;
    bool set() const { return pattern != std::string_view::npos; }
};

bool matches_whole(std::string_view pattern, std::string_view text) {
    Star star, double_star;
    std::size_t p = 0, t = 0;
    for (;;) {
        if (p < pattern.size() && pattern[p] == '*') {
            const bool is_double = pattern.substr(p, 2) == "**";
            p += is_double ? 2 : 1;
            // "**/" also means no folder at all.
            if (is_double && p < pattern.size() && pattern[p] == '/') ++p;
            (is_double ? double_star : star) = {p, t};
            if (is_double) star = {};
            continue;
        }
        if (p == pattern.size() && t == text.size()) return true;
        if (p < pattern.size() && t < text.size() && match_one(pattern, p, text, t)) continue;
        if (star.set() && star.text < text.size() && text[star.text] != '/') {
            unicode::decode(text, star.text);
            p = star.pattern;
            t = star.text;
        } else if (double_star.set() && double_star.text < text.size()) {
            // After "**/" a match begins at a name.
            const bool at_names = pattern[double_star.pattern - 1] == '/';
            do {
                unicode::decode(text, double_star.text);
            } while (at_names && double_star.text < text.size() && text[double_star.text - 1] != '/');
            star = {};
            p = double_star.pattern;
            t = double_star.text;
        } else {
            return false;
        }
    }
}

}  // namespace

bool glob_matches(std::string_view pattern, std::string_view path) {
    if (pattern.starts_with("./")) pattern.remove_prefix(2);
    const bool only_folders = pattern.ends_with('/');
    if (only_folders) pattern.remove_suffix(1);
    if (pattern.empty()) return false;
    const bool anchored = pattern.find('/') != std::string_view::npos;
    if (pattern.starts_with('/')) pattern.remove_prefix(1);
    std::size_t name = 0;
    for (std::size_t end = path.find('/');; end = path.find('/', end + 1)) {
        const bool is_folder = end != std::string_view::npos;
        if (!is_folder && only_folders) return false;
        const std::string_view up_to_here = path.substr(0, end);
        if (matches_whole(pattern, anchored ? up_to_here : up_to_here.substr(name))) return true;
        if (!is_folder) return false;
        name = end + 1;
    }
}

}  // namespace notes_export::source
