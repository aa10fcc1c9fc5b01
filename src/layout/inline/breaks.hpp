/// Fourth phase: the places where a line may end, with sums of widths from the paragraph's begin, so that the width
/// of any line is a difference of two table entries.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/inline/units.hpp"

namespace notes_export::layout {

enum class BreakKind : std::uint8_t {
    begin,       ///< of the paragraph
    blank,       ///< at a blank, which vanishes
    plain,       ///< between characters, nothing vanishes
    hyphen,      ///< within a word: a hyphen of ours is drawn
    own_hyphen,  ///< behind a hyphen that is text
    address,     ///< within an address or code
    emergency,   ///< within something that is wider than a line
    kept,        ///< the writer's
    end,         ///< of the paragraph
};

struct Sum {
    double width = 0, stretch = 0, shrink = 0;
    double letters = 0;  ///< points: the ems of all glyphs that may be moved a hair (`may_track`)
};

struct Break {
    std::uint32_t at = 0;    ///< byte offset of the line's end, without the blanks that vanish
    std::uint32_t next = 0;  ///< where the next line begins
    BreakKind kind = BreakKind::plain;
    Sum before;                   ///< of all up to `at`
    Sum after;                    ///< of all up to `next`
    double hyphen = 0;            ///< width of the hyphen drawn
    double end_protrusion = 0;    ///< how far the line that ends here may reach beyond its end
    double begin_protrusion = 0;  ///< how far the line that begins at `next` may reach before its begin
    double penalty = 0;

    bool forced() const { return kind == BreakKind::kept || kind == BreakKind::end; }
    bool hyphenated() const { return kind == BreakKind::hyphen || kind == BreakKind::own_hyphen; }
};

/// In order, `begin` first and `end` last. Where `measure` is not infinite, what is wider than it between two breaks
/// gets emergency breaks at its clusters.
std::vector<Break> find_breaks(const ShapedText& shaped, const ParagraphStyle& style, double measure,
                               const text::FontLibrary& fonts);

}  // namespace notes_export::layout
