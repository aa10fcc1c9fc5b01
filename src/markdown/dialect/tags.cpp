#include "markdown/dialect/tags.hpp"

#include <algorithm>

#include "markdown/dialect/emoji.hpp"
#include "support/ascii.hpp"
#include "unicode/text.hpp"

namespace notes_export::markdown {
namespace {

bool is_tag_byte(char c) {
    return is_alphanumeric(c) || c == '_' || c == '-' || c == '/' || is_beyond_ascii(c);
}

/// Punctuation and blanks beyond ASCII end a tag as theirs do; letters, marks, digits and emoji don't.
bool ends_tag(char32_t c) {
    return c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || (c >= 0x2010 && c <= 0x2027) || c == 0x202F ||
           (c >= 0x2030 && c <= 0x205E) || (c >= 0x3000 && c <= 0x3004) || (c >= 0x3008 && c <= 0x3011) ||
           (c >= 0x3014 && c <= 0x301F) || (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) ||
           (c >= 0xFF3B && c <= 0xFF40) || (c >= 0xFF5B && c <= 0xFF65) || c == 0x060C || c == 0x061B || c == 0x061F ||
           c == 0x06D4 || (c >= 0xA1 && c <= 0xBF && c != 0xAA && c != 0xB5 && c != 0xBA) || c == 0xFFFD;
}

std::uint32_t tag_end(const Place& place) {
    std::uint32_t at = place.at + 1;
    while (at < place.line.end && is_tag_byte(place.text[at])) {
        if (!is_beyond_ascii(place.text[at])) {
            ++at;
            continue;
        }
        std::size_t behind = at;
        if (ends_tag(unicode::decode(place.text, behind)) || behind > place.line.end) break;
        at = static_cast<std::uint32_t>(behind);
    }
    while (at > place.at + 1 && (place.text[at - 1] == '/' || place.text[at - 1] == '-')) --at;
    return at;
}

/// Behind the `#` that ends Bear's `#several words#`; `nowhere` where the name is one word. "#sharp and C#" has none.
std::uint32_t end_of_words(const Place& place, std::uint32_t word_end) {
    constexpr std::uint32_t longest = 60;
    if (word_end + 1 >= place.line.end || place.text[word_end] != ' ') return nowhere;
    const std::uint32_t limit = std::min(place.line.end, word_end + longest);
    for (std::uint32_t at = word_end + 1; at < limit; ++at) {
        const char c = place.text[at];
        if (c == '#') {
            const bool word = !is_blank(place.text[at - 1]) && !is_blank(place.text[at - 2]);
            return word && (at + 1 == place.line.end || is_blank(place.text[at + 1])) ? at + 1 : nowhere;
        }
        if (!is_tag_byte(c) && c != ' ') return nowhere;
    }
    return nowhere;
}

bool is_colour(std::string_view name) {
    const bool length = name.size() == 3 || name.size() == 6 || name.size() == 8;
    return length && std::all_of(name.begin(), name.end(), ascii::is_hex_digit);
}

/// The rest of "#️⃣", an emoji: a variation selector or the frame of the key.
bool is_keycap(std::string_view name) {
    return name.starts_with("\uFE0F") || name.starts_with("\u20E3");
}

bool is_tag_name(std::string_view name, Dialect dialect) {
    if (name.empty() || name.front() == '/' || is_keycap(name)) return false;
    const bool numeric = std::all_of(name.begin(), name.end(), [](char c) { return is_digit(c) || c == '/'; });
    if (numeric) return false;
    if (dialect == Dialect::obsidian || dialect == Dialect::logseq) return true;
    return (is_letter(name.front()) || is_beyond_ascii(name.front())) && name.size() > 1 && !is_colour(name);
}

}  // namespace

std::optional<LocalMark> read_tag(const Place& place, Dialect dialect) {
    const char before = place.before();
    const bool in_cell = before == '|' && place.leaf.kind == Leaf::Kind::row;
    // Elsewhere "(#place)" is rather what is left of a link.
    const bool in_parentheses = before == '(' && dialect == Dialect::obsidian;
    if (!is_blank(before) && !in_parentheses && !in_cell) return std::nullopt;
    const Range name{place.at + 1, tag_end(place)};
    if (!is_tag_name(slice(place.text, name), dialect)) return std::nullopt;
    if (const std::uint32_t end = end_of_words(place, name.end); end != nowhere)
        return local_mark(LocalMark::Kind::tag, {place.at, end}, {name.begin, end - 1});
    return local_mark(LocalMark::Kind::tag, {place.at, name.end}, name);
}

std::optional<LocalMark> read_block_id(const Place& place, Dialect dialect) {
    const bool in_cell = place.leaf.kind == Leaf::Kind::row;
    if (!is_blank(place.before())) return std::nullopt;
    std::uint32_t end = place.at + 1;
    while (end < place.line.end && (is_alphanumeric(place.text[end]) || place.text[end] == '-')) ++end;
    const Range name{place.at + 1, end};
    const std::size_t rest = place.text.find_first_not_of(" \t", end);
    const bool last = place.line.end == place.leaf_end() || in_cell;
    if (name.size() == 0 || !last || (rest != std::string_view::npos && rest < place.line.end)) return std::nullopt;
    // Elsewhere "x ^2" at a paragraph's end is rather a power.
    const bool plain = dialect != Dialect::obsidian && dialect != Dialect::logseq;
    if (plain && (name.size() < 3 || !is_letter(place.text[name.begin]))) return std::nullopt;
    return local_mark(LocalMark::Kind::block_id, {place.at, end}, name);
}

std::optional<LocalMark> read_emoji(const Place& place) {
    constexpr std::uint32_t longest = 64;  // bytes, colons included; the longest name has 40
    if (is_alphanumeric(place.before()) || place.before() == ':') return std::nullopt;
    std::uint32_t end = place.at + 1;
    const std::uint32_t limit = std::min(place.line.end, place.at + longest);
    while (end < limit && (is_alphanumeric(place.text[end]) || place.text[end] == '_' || place.text[end] == '+' ||
                           place.text[end] == '-'))
        ++end;
    if (end >= limit || place.text[end] != ':' || end == place.at + 1) return std::nullopt;
    const Range name{place.at + 1, end};
    const bool open_end = end + 1 < place.text.size() && (is_alphanumeric(place.text[end + 1]));
    if (open_end || emoji(slice(place.text, name)).empty()) return std::nullopt;
    return local_mark(LocalMark::Kind::emoji, {place.at, end + 1}, name);
}

}  // namespace notes_export::markdown
