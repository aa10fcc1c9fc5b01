/// Third phase: runs shaped, and cut into what breaking and justification deal with: words, blanks, objects, single
/// Han characters.
#pragma once

#include <cstdint>
#include <forward_list>
#include <span>
#include <string>
#include <vector>

#include "layout/inline/collect.hpp"
#include "layout/inline/itemise.hpp"
#include "text/shape.hpp"

namespace notes_export::layout {

enum class UnitKind : std::uint8_t { word, blank, tab, ideograph, picture, page_number, missing, kept_break };

/// Stretch and shrink as in Knuth and Plass, in points.
struct Glue {
    double width = 0, stretch = 0, shrink = 0;
};

struct Unit {
    std::uint32_t begin = 0, end = 0;  ///< bytes of the text
    std::uint32_t run = 0;
    UnitKind kind = UnitKind::word;
    bool glued = false;  ///< a blank at which no line ends
    const text::Glyph* glyphs = nullptr;
    std::uint32_t count = 0;
    std::uint32_t cluster_base = 0;  ///< added to a glyph's cluster gives its byte of the text
    double width = 0;                ///< points, letterspacing included
    Glue after;                      ///< between it and the next unit of the line; of a blank: its own stretch

    std::span<const text::Glyph> shaped() const { return {glyphs, count}; }
};

/// A shaped paragraph. Glyphs are views into the thread's cache of words or into `own`.
struct ShapedText {
    CollectedText collected;
    std::vector<Run> runs;
    std::vector<Unit> units;
    std::forward_list<std::vector<text::Glyph>> own;
    std::vector<std::uint32_t> line_ends;  ///< where UAX #14 lets a line end: byte offsets, in order

    const Span& span_of(const Unit& unit) const { return collected.spans[runs[unit.run].span]; }
    const Run& run_of(const Unit& unit) const { return runs[unit.run]; }
    double size_of(const Unit& unit) const {
        const Span& span = span_of(unit);
        return span.style ? span.style->size.value : 0;
    }
};

ShapedText shape_paragraph(const std::vector<Piece>& pieces, const ParagraphStyle& style, Points widest,
                           const text::FontLibrary& fonts);

/// Width of a stretch of a unit, by its glyphs; part of a ligature counts as its share of the characters.
double width_between(const ShapedText& shaped, const Unit& unit, std::uint32_t begin, std::uint32_t end);

/// Whether letters of the unit may be set a hair wider or closer to save a line: Western ones that are not code. (Where
/// letters join, it would tear them apart.)
bool may_track(const ShapedText& shaped, const Unit& unit);

/// The most that each letter is moved from the next, in em: what microtype grants a line by widening its glyphs (2 %),
/// and half of that to make them closer.
inline constexpr double tracking_wider = 0.01, tracking_closer = 0.005;

/// How a run is shaped.
text::ShapeRequest request_for(const Run& run, const Span& span, const ParagraphStyle& style);

/// What a frame around a key adds at either side, in em.
inline constexpr double frame_padding = 0.22;

/// Room of a page number: what is before, as many figures as it may have, what is after.
double width_of(const PageNumberPiece& piece, const text::FontLibrary& fonts);

}  // namespace notes_export::layout
