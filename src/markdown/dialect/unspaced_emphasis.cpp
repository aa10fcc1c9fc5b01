#include "markdown/dialect/unspaced_emphasis.hpp"

#include <algorithm>
#include <optional>

#include "markdown/dialect/place.hpp"
#include "markdown/dialect/running_text.hpp"
#include "unicode/text.hpp"

namespace notes_export::markdown {
namespace {

enum class Side { blank, letter, opening, other };  // opening: a bracket or quotation mark; other: the rest

struct Neighbour {
    Side side = Side::blank;
    bool unspaced =
        false;  // beside it writers do not set the marks off with blanks, nor does CommonMark have an example
    Range range;
};

Side side_of(char32_t c) {
    constexpr std::u32string_view opening = U"([{“‘«‹（［｛「『《〈【〔〖〘〚｢";
    constexpr std::u32string_view other =
        U")]}”’»›）］｝」』》〉】〕〗〙〛｣.,:;!?%\"'/&@…‥—–·•。、，．：；！？％＂＇／＆＠・～〜‰※।॥،؛؟۔։።፡។";
    if (opening.find(c) != opening.npos) return Side::opening;
    if (other.find(c) != other.npos) return Side::other;
    const bool blank = c <= ' ' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A);
    // Signs that mean something to Markdown are left to it.
    return blank || (c < 0x80 && is_ascii_punctuation(static_cast<char>(c))) ? Side::blank : Side::letter;
}

Neighbour neighbour(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    const char32_t c = unicode::decode(text, end);
    const Side side = side_of(c);
    const bool unspaced = unicode::is_cjk(c) || (side == Side::letter && c >= 0x80);
    return {side, unspaced, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}};
}

std::optional<Neighbour> before(std::string_view text, Range run, std::uint32_t line_begin) {
    if (run.begin == line_begin) return std::nullopt;
    std::size_t begin = run.begin - 1;
    while (begin > line_begin && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
    return neighbour(text, begin);
}

/// The neighbour that blocks the run, if one does.
std::optional<Range> blocking(const Neighbour& left, const Neighbour& right) {
    if (!left.unspaced && !right.unspaced) return std::nullopt;
    if (left.side == Side::other && right.side == Side::letter) return left.range;
    if (left.side == Side::letter && right.side == Side::opening) return right.range;
    return std::nullopt;
}

}  // namespace

bool may_have_unspaced_emphasis(std::string_view text) {
    for (std::size_t at = text.find_first_of("*~"); at != std::string_view::npos;
         at = text.find_first_of("*~", at + 1)) {
        const bool left = at > 0 && is_beyond_ascii(text[at - 1]);
        if (left || (at + 1 < text.size() && is_beyond_ascii(text[at + 1]))) return true;
    }
    return false;
}

std::vector<Range> blocking_punctuation(std::string_view text, const Structure& structure) {
    std::vector<Range> found;
    std::uint32_t behind = 0;  // the last run
    const Leaf* leaf_of_line = nullptr;
    std::size_t line = 0;
    for_each_running_byte(text, structure, [&](const Leaf& leaf, std::uint32_t at) {
        if (at < behind || (text[at] != '*' && text[at] != '~')) return;
        if (&leaf != leaf_of_line) leaf_of_line = &leaf, line = 0;
        while (line + 1 < leaf.lines.size() && leaf.lines[line].end <= at) ++line;
        Range run{at, at + 1};
        while (run.end < leaf.lines[line].end && text[run.end] == text[at]) ++run.end;
        behind = run.end;
        const auto left = before(text, run, leaf.lines[line].begin);
        if (!left || run.end >= leaf.lines[line].end || opaque_at(structure, run.begin - 1) != nullptr ||
            opaque_at(structure, run.end) != nullptr)
            return;
        const auto range = blocking(*left, neighbour(text, run.end));
        // A backslash's punctuation must stay what it is.
        if (range && (range->begin == 0 || text[range->begin - 1] != '\\')) found.push_back(*range);
    });
    return found;
}

}  // namespace notes_export::markdown
