#include "layout/inline/word_breaks.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "support/ascii.hpp"
#include "text/words.hpp"
#include "unicode/text.hpp"

namespace notes_export::layout {

namespace {

/// 50, TeX's, hyphenates too eagerly, and so does typst's 135 where words are long: German has a hyphen at every third
/// line then. With 300 it has the same share of loose lines and a fifth fewer hyphens. Each letter nearer than five to
/// a word's end adds 15 %.
constexpr double hyphen_penalty = 300, nearness = 0.15;
constexpr std::size_t comfortable_letters = 5;
constexpr double address_penalty = 60, within_piece_penalty = 300;
constexpr std::uint32_t long_piece = 16, piece_margin = 4;
constexpr std::uint32_t least_at_ends = 2;  ///< a line must not begin with less of an address
constexpr double seam_penalty = 150;        ///< better an uneven edge than a name in two parts
constexpr std::uint32_t least_identifier = 12, seam_margin = 3;

bool is_letter_or_mark(char32_t character) {
    if (character < 0x80) return ascii::is_letter(character);
    return u_isalpha(static_cast<UChar32>(character)) ||
           (U_MASK(u_charType(static_cast<UChar32>(character))) & U_GC_M_MASK);
}

bool is_apostrophe(char32_t character) {
    return character == '\'' || character == 0x2019;
}

/// File names, addresses and identifiers are not parted as words are.
bool is_plain_word(std::string_view word) {
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char c = word[i];
        if (ascii::is_digit(c) || c == '/' || c == '\\' || c == '@' || c == '_' || c == '#') return false;
        if ((c == '.' || c == ':') && i + 1 < word.size() && is_letter_or_mark(static_cast<unsigned char>(word[i + 1])))
            return false;
    }
    return true;
}

bool joins(const ShapedText& shaped, std::size_t unit, std::size_t neighbour) {
    if (neighbour >= shaped.units.size()) return false;
    const UnitKind kind = shaped.units[neighbour].kind;
    if (kind != UnitKind::word) return false;
    // Words that meet without a blank are parts of one word in two styles.
    const std::string& text = shaped.collected.text;
    std::size_t at = neighbour < unit ? shaped.units[neighbour].end - 1 : shaped.units[neighbour].begin;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) --at;
    return u_isalnum(static_cast<UChar32>(unicode::decode(text, at)));
}

std::size_t letters_in(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

double penalty_at(std::string_view word, std::size_t offset) {
    const std::size_t before = letters_in(word.substr(0, offset)), after = letters_in(word.substr(offset));
    const std::size_t near = (before < comfortable_letters ? comfortable_letters - before : 0) +
                             (after < comfortable_letters ? comfortable_letters - after : 0);
    return hyphen_penalty * (1 + nearness * static_cast<double>(near));
}

bool hyphenates(std::uint32_t script) {
    return script == script_tag("Latn") || script == script_tag("Cyrl") || script == script_tag("Grek");
}

bool is_joint(char c) {
    return std::string_view("/?&=.-_#%,;:|+~)]}>").find(c) != std::string_view::npos;
}

bool is_opener(char c) {
    return std::string_view("([{<").find(c) != std::string_view::npos;
}

/// Whether a line may end behind the mark at this place of an address: behind the last of several marks.
bool parts_behind(const std::string& text, std::uint32_t at, std::uint32_t begin, std::uint32_t end) {
    return at + least_at_ends < end && at > begin && !is_joint(text[at + 1]) &&
           !(is_opener(text[at]) && is_opener(text[at + 1]));
}

/// A capital letter behind a small one or a digit, or the last of several ones before a small one.
bool begins_part(const std::string& text, std::uint32_t at, std::uint32_t end) {
    if (!ascii::is_upper(text[at]) || !(ascii::is_letter(text[at - 1]) || ascii::is_digit(text[at - 1]))) return false;
    if (!ascii::is_upper(text[at - 1])) return true;
    return at + 1 < end && ascii::is_letter(text[at + 1]) && !ascii::is_upper(text[at + 1]);
}

/// Well within a part that has no better place.
void part_anywhere(std::vector<InnerBreak>& breaks, const std::string& text, std::uint32_t begin, std::uint32_t end) {
    if (end - begin <= long_piece) return;
    for (std::uint32_t i = begin + piece_margin; i + piece_margin <= end; ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80) breaks.push_back({i, within_piece_penalty, true});
}

}  // namespace

void add_hyphenation(std::vector<InnerBreak>& breaks, const ShapedText& shaped, std::size_t index,
                     const ParagraphStyle& style, const text::FontLibrary& fonts) {
    const Unit& unit = shaped.units[index];
    const Span& span = shaped.span_of(unit);
    if (!style.hyphenate || !span.style->hyphenate || span.style->code || !hyphenates(shaped.run_of(unit).script))
        return;
    const std::string_view word = std::string_view(shaped.collected.text).substr(unit.begin, unit.end - unit.begin);
    if (word.size() < 5 || !is_plain_word(word)) return;
    const std::string& language = language_of(span, style);
    for (std::size_t at = 0; at < word.size();) {
        std::size_t next = at;
        char32_t character = unicode::decode(word, next);
        if (!is_letter_or_mark(character)) {
            at = next;
            continue;
        }
        const std::size_t begin = at;
        std::size_t end = next;
        character = 0;
        while (end < word.size()) {
            next = end;
            character = unicode::decode(word, next);
            if (!is_letter_or_mark(character)) break;
            end = next;
            character = 0;
        }
        at = end;
        if (is_apostrophe(character) && end + 1 < word.size()) continue;  // "couldn't" has no good place
        if (begin == 0 && index > 0 && joins(shaped, index, index - 1)) continue;
        if (end == word.size() && joins(shaped, index, index + 1)) continue;
        const std::string_view letters = word.substr(begin, end - begin);
        for (const std::uint16_t point : text::hyphenation_points(fonts, letters, language))
            breaks.push_back({static_cast<std::uint32_t>(unit.begin + begin + point), penalty_at(letters, point)});
    }
}

void add_address_breaks(std::vector<InnerBreak>& breaks, const std::string& text, std::uint32_t begin,
                        std::uint32_t end) {
    std::uint32_t piece = begin;
    bool letters = false;
    const auto close_piece = [&](std::uint32_t at) {
        if (at - piece <= long_piece) return;
        std::uint32_t part = piece;
        for (std::uint32_t i = piece + seam_margin; i + seam_margin <= at; ++i) {
            if (!begins_part(text, i, at)) continue;
            part_anywhere(breaks, text, part, i);
            breaks.push_back({i, seam_penalty, true});
            part = i;
        }
        part_anywhere(breaks, text, part, at);
    };
    for (std::uint32_t at = begin; at < end; ++at) {
        if (!is_joint(text[at]) && !is_opener(text[at])) {
            letters = true;
            continue;
        }
        close_piece(at);
        piece = at + 1;
        if (letters && parts_behind(text, at, begin, end)) breaks.push_back({at + 1, address_penalty, true});
    }
    close_piece(end);
}

void add_seams(std::vector<InnerBreak>& breaks, const std::string& text, std::uint32_t begin, std::uint32_t end) {
    if (end - begin < least_identifier) return;
    bool letters = false;
    for (std::uint32_t at = begin; at < end; ++at) {
        if (is_joint(text[at]) || is_opener(text[at])) {
            if (letters && parts_behind(text, at, begin, end)) breaks.push_back({at + 1, seam_penalty, true});
        } else {
            letters = letters || is_letter_or_mark(static_cast<unsigned char>(text[at]));
            if (at >= begin + seam_margin && at + seam_margin <= end && begins_part(text, at, end))
                breaks.push_back({at, seam_penalty, true});
        }
    }
}

}  // namespace notes_export::layout
