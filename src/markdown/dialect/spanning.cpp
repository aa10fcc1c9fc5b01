#include "markdown/dialect/spanning.hpp"

#include <algorithm>
#include <optional>

#include "markdown/dialect/containers.hpp"
#include "markdown/dialect/place.hpp"
#include "markdown/dialect/running_text.hpp"

namespace notes_export::markdown {
namespace {

bool is_word(char c) {
    return is_alphanumeric(c) || c == '_' || is_beyond_ascii(c);
}

/// Two of `c` at `at`, and not three.
bool is_pair(std::string_view text, std::size_t at, char c) {
    return text[at] == c && at + 1 < text.size() && text[at + 1] == c && (at + 2 == text.size() || text[at + 2] != c) &&
           (at == 0 || text[at - 1] != c);
}

/// Nothing but containers' prefixes before `at` on its line.
bool begins_line(std::string_view text, std::uint32_t at) {
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t' || text[at - 1] == '>')) --at;
    return at == 0 || text[at - 1] == '\n';
}

bool ends_line(std::string_view text, std::uint32_t at) {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
    return at == text.size() || text[at] == '\n';
}

bool alone_on_line(std::string_view text, std::uint32_t at) {
    return begins_line(text, at) && ends_line(text, at + 2);
}

/// The pairs of one character that satisfy a condition, asked for in rising order: each byte is looked at once.
template <class Condition>
class PairFinder {
public:
    PairFinder(std::string_view text, char c, Condition condition) : text_(text), c_(c), condition_(condition) {}

    /// The first at or behind `from`.
    std::uint32_t next(std::uint32_t from) {
        if (from >= searched_ && from <= found_) return found_;
        searched_ = from;
        for (std::size_t at = text_.find(c_, from); at != std::string_view::npos; at = text_.find(c_, at + 1))
            if (is_pair(text_, at, c_) && condition_(static_cast<std::uint32_t>(at)))
                return found_ = static_cast<std::uint32_t>(at);
        return found_ = nowhere;
    }

private:
    std::string_view text_;
    char c_;
    Condition condition_;
    std::uint32_t searched_ = nowhere;
    std::uint32_t found_ = 0;
};

bool opens_comment(std::string_view text, std::uint32_t at, Dialect dialect) {
    if (at == 0 || is_blank(text[at - 1])) return true;
    return dialect == Dialect::obsidian && !is_alphanumeric(text[at - 1]);
}

bool closes_comment(std::string_view text, std::uint32_t at, Dialect dialect) {
    if (dialect == Dialect::obsidian) return true;
    return at + 2 == text.size() || !is_word(text[at + 2]);
}

bool in_fence(const Structure& structure, std::uint32_t at) {
    const auto behind = std::upper_bound(structure.code.begin(), structure.code.end(), at,
                                         [](std::uint32_t o, const CodeRegion& c) { return o < c.range.begin; });
    return behind != structure.code.begin() && (behind - 1)->fenced && at < (behind - 1)->range.end;
}

}  // namespace

std::vector<SpanningMark> find_spanning(std::string_view text, const Structure& structure, Dialect dialect) {
    std::vector<SpanningMark> found;
    PairFinder comment_end(text, '%', [&](std::uint32_t at) { return closes_comment(text, at, dialect); });
    PairFinder lone_percents(text, '%', [&](std::uint32_t at) { return alone_on_line(text, at); });
    PairFinder dollars(text, '$', [&](std::uint32_t at) { return at == 0 || text[at - 1] != '\\'; });
    PairFinder lone_dollars(text, '$', [&](std::uint32_t at) { return alone_on_line(text, at); });
    std::size_t blank_line = text.find("\n\n");
    const auto has_blank_line = [&](std::uint32_t from, std::uint32_t to) {
        if (blank_line < from) blank_line = text.find("\n\n", from);
        return blank_line < to;
    };
    std::uint32_t behind = 0;

    const auto comment_close = [&](std::uint32_t at, std::uint32_t leaf_end) {
        const std::uint32_t close = comment_end.next(at + 2);
        if (close == nowhere || close + 2 <= leaf_end || dialect == Dialect::obsidian) return close;
        return alone_on_line(text, at) ? lone_percents.next(at + 2) : nowhere;
    };
    const auto math_close = [&](std::uint32_t at, std::uint32_t leaf_end) {
        if (!begins_line(text, at)) return nowhere;
        std::uint32_t close = dollars.next(at + 2);
        if (close == nowhere) return nowhere;
        if (close + 2 <= leaf_end) return behind = close + 2, nowhere;  // within the leaf: an inline mark
        if (has_blank_line(at, close)) {
            if (!alone_on_line(text, at)) return nowhere;
            close = lone_dollars.next(at + 2);
        }
        const bool at_edge = close != nowhere && (begins_line(text, close) || ends_line(text, close + 2));
        return at_edge && !in_fence(structure, close) ? close : nowhere;
    };

    for_each_running_byte(text, structure, [&](const Leaf& leaf, std::uint32_t at) {
        if (at < behind || (text[at] != '%' && text[at] != '$') || !is_pair(text, at, text[at])) return;
        const std::uint32_t leaf_end = leaf.lines.back().end;
        const bool comment = text[at] == '%';
        if (comment && !opens_comment(text, at, dialect)) return;
        const std::uint32_t close = comment ? comment_close(at, leaf_end) : math_close(at, leaf_end);
        if (close == nowhere) return;
        behind = close + 2;
        found.push_back({.span = {at, behind},
                         .kind = comment ? SpanningMark::Kind::comment : SpanningMark::Kind::math,
                         .whole_lines = begins_line(text, at) && ends_line(text, behind),
                         .crosses_blocks = behind > leaf_end});
    });
    return found;
}

}  // namespace notes_export::markdown
