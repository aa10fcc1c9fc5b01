/// Last phase: a line's runs in visual order at their places.
#pragma once

#include "layout/inline/breaks.hpp"
#include "layout/inline/units.hpp"
#include "layout/paragraph.hpp"

namespace notes_export::layout {

/// Where a line stands and how it is filled.
struct LineFrame {
    double measure = 0;         ///< the paragraph's
    double indent = 0;          ///< at the side where lines begin
    bool stretched = false;     ///< to the measure
    bool wrapped_code = false;  ///< goes on from the line before: a mark stands in its indent
};

Line place_line(const ShapedText& shaped, const Break& from, const Break& to, const LineFrame& frame,
                const ParagraphStyle& style, const text::FontLibrary& fonts);

}  // namespace notes_export::layout
