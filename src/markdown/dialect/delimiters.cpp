#include "markdown/dialect/delimiters.hpp"

#include <algorithm>

namespace notes_export::markdown {
namespace {

constexpr std::uint32_t longest_short = 40;  // bytes inside a super- or subscript: a number, a word, a formula

std::uint32_t run_length(const Place& place) {
    std::uint32_t length = 1;
    while (place.at + length < place.line.end && place[length] == place[0]) ++length;
    return length;
}

/// Where the closing one of a short pair stands; `nowhere` when there is none.
std::uint32_t short_close(const Place& place, char c) {
    const std::uint32_t limit = std::min(place.line.end, place.at + 1 + longest_short);
    bool word = false;
    for (std::uint32_t at = place.at + 1; at < limit; ++at) {
        const char here = place.text[at];
        if (here == c) {
            const bool doubled = at + 1 < place.text.size() && place.text[at + 1] == c;
            return word && !doubled && opaque_at(place.structure, at) == nullptr ? at : nowhere;
        }
        if (is_blank(here) || here == '\\' || here == '`' || here == '|') return nowhere;
        word = word || is_alphanumeric(here) || is_beyond_ascii(here);
    }
    return nowhere;
}

/// Not `i and j`, the names of a program's variables.
bool are_words(std::string_view inside) {
    if (inside.size() < 2) return false;
    const auto is_letter_alone = [](char letter, char beside) {
        return is_alphanumeric(letter) && !is_alphanumeric(beside) && !is_beyond_ascii(beside);
    };
    return !is_letter_alone(inside[0], inside[1]) || !is_letter_alone(inside.back(), inside[inside.size() - 2]);
}

bool begins_words(char c) {
    return is_alphanumeric(c) || is_beyond_ascii(c) || std::string_view("*_~=[(\"'").find(c) != std::string_view::npos;
}

}  // namespace

std::uint32_t Delimiters::read(const Place& place) {
    const std::uint32_t length = run_length(place);
    if (place[0] == '+' || place[0] == ':') {
        if (length > 1) read_doubled(place, length);
        return length;
    }
    if (length == 2 && (place[0] == '=' || place[0] == '^')) read_highlight(place);
    if (length != 1) return length;
    if (place[0] == '^' && place.at >= behind_superscript_) read_short(place, '^', Style::superscript);
    // Elsewhere a single tilde strikes out, as GitHub has it.
    const bool within_word =
        is_alphanumeric(place.before()) || place.before() == ')' || is_beyond_ascii(place.before());
    if (place[0] == '~' && place.at >= behind_subscript_ && within_word) read_short(place, '~', Style::subscript);
    return 1;
}

void Delimiters::read_highlight(const Place& place) {
    const char before = place.before();
    const char after = place.at + 2 < place.line.end ? place.text[place.at + 2] : '\n';
    const Range run{place.at, place.at + 2};
    std::optional<Range>& open = open_highlights_[place[0] == '=' ? 0 : 1];
    if (!is_blank(before) && open && open->end < run.begin) {
        pairs_.push_back({*open, run, Style::highlight});
        // Openers before it would enclose a mark in a mark.
        open_highlights_ = {};
    } else if (!is_blank(after) && !(is_alphanumeric(before) && is_alphanumeric(after))) {
        // "a==b" compares.
        open = run;
    }
}

void Delimiters::read_doubled(const Place& place, std::uint32_t length) {
    const bool plus = place[0] == '+';
    Doubled& doubled = doubled_[plus ? 0 : 1];
    const char before = place.before();
    const char after = place.at + length < place.line.end ? place.text[place.at + length] : '\n';
    const Range run{place.at, place.at + length};
    const bool opens = length == 2 && !is_alphanumeric(before) && begins_words(after);
    const bool closes = length == 2 && !is_blank(before) && !is_alphanumeric(after);
    if (closes && doubled.open && are_words(slice(place.text, {doubled.open->end, run.begin}))) {
        pairs_.push_back({*doubled.open, run, plus ? Style::insertion : Style::highlight});
        doubled.open.reset();
    } else if (opens && !doubled.open) {
        doubled.open = run;
    } else {
        doubled.unpaired = true;
    }
}

void Delimiters::end_cell() {
    open_highlights_ = {};
    for (Doubled& doubled : doubled_) {
        doubled.unpaired = doubled.unpaired || doubled.open;
        doubled.open.reset();
    }
}

void Delimiters::read_short(const Place& place, char c, Style style) {
    const std::uint32_t close = short_close(place, c);
    if (close == nowhere) return;
    // "2^3^4" is a power of a power.
    if (c == '^' && close + 1 < place.text.size() && is_digit(place.text[close + 1])) return;
    (c == '^' ? behind_superscript_ : behind_subscript_) = close + 1;
    pairs_.push_back({{place.at, place.at + 1}, {close, close + 1}, style});
}

void Delimiters::end_leaf(std::vector<LocalMark>& marks) {
    std::sort(pairs_.begin(), pairs_.end(),
              [](const Pair& a, const Pair& b) { return a.opening.begin < b.opening.begin; });
    std::vector<std::uint32_t> enclosing;
    for (const Pair& pair : pairs_) {
        while (!enclosing.empty() && enclosing.back() <= pair.opening.begin) enclosing.pop_back();
        if (!enclosing.empty() && pair.closing.begin > enclosing.back()) continue;
        enclosing.push_back(pair.closing.begin);
        LocalMark opening = local_mark(LocalMark::Kind::opening, pair.opening, pair.opening);
        LocalMark closing = local_mark(LocalMark::Kind::closing, pair.closing, pair.closing);
        opening.style = closing.style = pair.style;
        opening.partner = pair.closing.begin;
        closing.partner = pair.opening.begin;
        marks.push_back(opening);
        marks.push_back(closing);
    }
    pairs_.clear();
    end_cell();
}

}  // namespace notes_export::markdown
