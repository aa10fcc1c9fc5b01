/// The units of one line, cut where the line cuts them.
#pragma once

#include <forward_list>
#include <vector>

#include "layout/inline/breaks.hpp"
#include "layout/inline/units.hpp"

namespace notes_export::layout {

struct Slice {
    const Unit* unit = nullptr;
    std::uint32_t begin = 0, end = 0;  ///< bytes of the text
    std::span<const text::Glyph> glyphs;
    std::uint32_t cluster_base = 0;
    double width = 0;
    Glue after;  ///< nothing at the line's end
    std::uint8_t level = 0;
    bool hyphen = false;           ///< drawn by us, stands for no text
    bool trailing = false;         ///< a blank at which the line ended: in the text, without width
    std::uint32_t text_begin = 0;  ///< of its characters, and of its direction mark, in the text of its run
    std::uint32_t turn_begin = 0;
    char32_t turn_mark = 0;  ///< direction mark at its right end (see `turn_marks.hpp`); 0: none
};

/// Slices in logical order. Glyphs at a cut that is unsafe to break are shaped again into `reshaped`.
std::vector<Slice> slices_of_line(const ShapedText& shaped, const Break& from, const Break& to,
                                  const ParagraphStyle& style, const text::FontLibrary& fonts,
                                  std::forward_list<std::vector<text::Glyph>>& reshaped);

/// Reorders from logical to visual order (UAX #9, L2).
void order_visually(std::vector<Slice>& slices);

}  // namespace notes_export::layout
