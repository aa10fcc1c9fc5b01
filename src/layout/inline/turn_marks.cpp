#include "layout/inline/turn_marks.hpp"

#include <unicode/uchar.h>

#include "unicode/text.hpp"

namespace notes_export::layout {

namespace {

constexpr char32_t left_to_right_mark = 0x200E, right_to_left_mark = 0x200F;

enum class Way : std::uint8_t { none, leftwards, rightwards, sign };

/// Figures are written from left to right in every script. So are, to poppler, the signs that numbers may have (UAX #9,
/// table 4: separators and terminators), which in Arabic script are its comma and full stop.
Way way_of(char32_t character) {
    switch (u_charDirection(static_cast<UChar32>(character))) {
        case U_LEFT_TO_RIGHT:
        case U_EUROPEAN_NUMBER:
        case U_ARABIC_NUMBER:
            return Way::rightwards;
        case U_EUROPEAN_NUMBER_SEPARATOR:
        case U_EUROPEAN_NUMBER_TERMINATOR:
        case U_COMMON_NUMBER_SEPARATOR:
            return Way::sign;
        case U_RIGHT_TO_LEFT:
        case U_RIGHT_TO_LEFT_ARABIC:
            return Way::leftwards;
        default:
            return Way::none;
    }
}

/// Ways that are met in a slice from its left end to its right end.
struct Ways {
    Way left = Way::none, right = Way::none;  ///< nearest to that end
    bool neutral_at_right = true;             ///< the outermost character has none
};

Ways ways_of(const ShapedText& shaped, const Slice& slice) {
    Ways ways;
    if (slice.unit->kind == UnitKind::page_number) return {Way::rightwards, Way::rightwards, true};
    Way begin = Way::none, end = Way::none, first = Way::none, last = Way::none;
    bool any = false;
    for (std::size_t at = slice.begin; at < slice.end; any = true) {
        last = way_of(unicode::decode(shaped.collected.text, at));
        if (!any) first = last;
        if (begin == Way::none) begin = last;
        if (last != Way::none) end = last;
    }
    const bool backwards = slice.level % 2 == 1;
    ways.left = backwards ? end : begin;
    ways.right = backwards ? begin : end;
    ways.neutral_at_right = (backwards ? first : last) == Way::none;
    return ways;
}

}  // namespace

void find_turns(std::vector<Slice>& slices, const ShapedText& shaped) {
    // What can be taken wrongly is something neutral with a stretch from right to left at its left, and one from left
    // to right at its right.
    constexpr std::size_t none = SIZE_MAX;
    std::size_t leftwards = none, before = none;  // the slice that ends the stretch, and the one before this
    Ways ahead;
    for (std::size_t i = 0; i < slices.size(); ++i) {
        if (slices[i].trailing || slices[i].hyphen) continue;
        const Ways ways = ways_of(shaped, slices[i]);
        const bool backwards = slices[i].level % 2 == 1;
        const bool forwards = ways.left == Way::rightwards || (ways.left == Way::sign && !backwards);
        if (before != none && forwards && ahead.neutral_at_right && leftwards != none) {
            slices[before].turn_mark = right_to_left_mark;
            // A page that has more text from left to right is read in that direction: then it is the other stretch that
            // has to end.
            if (leftwards != before) slices[leftwards].turn_mark = left_to_right_mark;
        } else if (before != none &&
                   ((ways.left == Way::sign && backwards && ahead.neutral_at_right) ||
                    (ways.left == Way::rightwards && ahead.right == Way::sign && slices[before].level % 2 == 1))) {
            slices[before].turn_mark = right_to_left_mark;
        }
        if (ways.right != Way::none) leftwards = ways.right == Way::leftwards ? i : none;
        ahead = ways;
        before = i;
    }
}

}  // namespace notes_export::layout
