#include "layout/inline/han.hpp"

#include <unicode/uchar.h>

#include "text/words.hpp"
#include "unicode/text.hpp"

namespace notes_export::layout {

namespace {

enum class Kind { other, western, character, opening, closing };

char32_t first_character(const ShapedText& shaped, const Unit& unit) {
    std::size_t at = unit.begin;
    return unicode::decode(shaped.collected.text, at);
}

char32_t last_character(const ShapedText& shaped, const Unit& unit) {
    std::size_t at = unit.end - 1;
    while (at > unit.begin && (static_cast<unsigned char>(shaped.collected.text[at]) & 0xC0U) == 0x80) --at;
    return unicode::decode(shaped.collected.text, at);
}

bool is_western_letter(char32_t character) {
    return character < 0x2000 && u_isalnum(static_cast<UChar32>(character));
}

bool opens(char32_t character) {
    const auto type = u_charType(static_cast<UChar32>(character));
    return type == U_START_PUNCTUATION || type == U_INITIAL_PUNCTUATION;
}

bool closes(char32_t character) {
    const auto type = u_charType(static_cast<UChar32>(character));
    return type == U_END_PUNCTUATION || type == U_FINAL_PUNCTUATION || character == 0x3001 || character == 0x3002 ||
           character == 0xFF0C || character == 0xFF0E || character == 0xFF1B || character == 0xFF1A ||
           character == 0xFF01 || character == 0xFF1F;
}

Kind kind_of(const ShapedText& shaped, const Unit& unit, bool at_end) {
    if (unit.kind == UnitKind::word) {
        const char32_t character = at_end ? last_character(shaped, unit) : first_character(shaped, unit);
        return is_western_letter(character) ? Kind::western : Kind::other;
    }
    if (unit.kind != UnitKind::ideograph) return Kind::other;
    const char32_t character = first_character(shaped, unit);
    if (opens(character)) return Kind::opening;
    if (closes(character)) return Kind::closing;
    return u_isalpha(static_cast<UChar32>(character)) ? Kind::character : Kind::other;
}

/// A blank of a fixed width, as between a heading and the text that it runs into.
bool is_fixed_blank(const ShapedText& shaped, const Unit& unit) {
    return u_isUWhiteSpace(static_cast<UChar32>(first_character(shaped, unit)));
}

/// Blanks of a glyph that is a full em wide, in parts of an em.
text::Ink full_width_ink(const ShapedText& shaped, const Unit& unit, const text::FontLibrary& fonts) {
    if (unit.kind != UnitKind::ideograph || unit.count != 1 || unit.glyphs[0].advance < 0.9F) return {};
    return text::ink(fonts, shaped.run_of(unit).face, unit.glyphs[0].id);
}

constexpr float least_blank = 0.4F;  // of an em; centred marks have less, and keep it
constexpr double half = 0.5;
constexpr double quarter = 0.25;
/// Of every gap in a line, blanks between Han words too: on the em grid no gap may be wider than its neighbours.
constexpr double stretch_of_characters = 0.12;
/// How much of a blank half goes at a line's edge, in em. With all of it the box of the glyph stands half an em out of
/// the text block, which programs that measure lines take for text that overflows; the ink is as good as straight.
constexpr double trimmed_at_edge = 0.3;
/// How much of a blank half a full line may take from the mark within it.
constexpr double shrink_of_mark = 0.25;

double blank_half(const ShapedText& shaped, const Unit& unit, const text::FontLibrary& fonts, bool before) {
    if (unit.kind != UnitKind::ideograph) return 0;
    const char32_t character = first_character(shaped, unit);
    if (before ? !opens(character) : !closes(character)) return 0;
    const text::Ink ink = full_width_ink(shaped, unit, fonts);
    return (before ? ink.left : ink.right) >= least_blank ? half * shaped.size_of(unit) : 0;
}

bool is_blank_among_han(const std::vector<Unit>& units, std::size_t i) {
    return units[i].kind == UnitKind::blank && ((i > 0 && units[i - 1].kind == UnitKind::ideograph) ||
                                                (i + 1 < units.size() && units[i + 1].kind == UnitKind::ideograph));
}

}  // namespace

double trim_before(const ShapedText& shaped, const Unit& unit, const text::FontLibrary& fonts) {
    return blank_half(shaped, unit, fonts, true) * trimmed_at_edge / half;
}

double trim_behind(const ShapedText& shaped, const Unit& unit, const text::FontLibrary& fonts) {
    return blank_half(shaped, unit, fonts, false) * trimmed_at_edge / half;
}

void space_han(ShapedText& shaped, const text::FontLibrary& fonts) {
    auto& units = shaped.units;
    for (std::size_t i = 0; i + 1 < units.size(); ++i) {
        Unit& unit = units[i];
        const Unit& next = units[i + 1];
        if (is_blank_among_han(units, i))
            unit.after.stretch = std::min(unit.after.stretch, stretch_of_characters * shaped.size_of(unit));
        if (unit.kind != UnitKind::ideograph && next.kind != UnitKind::ideograph) continue;
        const Kind left = kind_of(shaped, unit, true), right = kind_of(shaped, next, false);
        const double em = std::max(shaped.size_of(unit), shaped.size_of(next));
        if ((left == Kind::western && right == Kind::character) ||
            (left == Kind::character && right == Kind::western)) {
            unit.after = {quarter * em, stretch_of_characters * em, quarter / 2 * em};
        } else if (is_fixed_blank(shaped, unit) || is_fixed_blank(shaped, next)) {
            continue;
        } else if (unit.kind == UnitKind::ideograph && next.kind == UnitKind::ideograph) {
            // Of two marks that meet, the blank between goes: the first one's behind, or the second one's before.
            double blank = 0, shrink = 0;
            if (left == Kind::closing && (right == Kind::closing || right == Kind::opening))
                blank = blank_half(shaped, unit, fonts, false);
            else if (left == Kind::opening && right == Kind::opening)
                blank = blank_half(shaped, next, fonts, true);
            else
                shrink = std::max(blank_half(shaped, unit, fonts, false), blank_half(shaped, next, fonts, true)) *
                         shrink_of_mark / half;
            unit.after = {-blank, stretch_of_characters * em, shrink};
        }
    }
}

}  // namespace notes_export::layout
