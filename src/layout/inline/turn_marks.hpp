/// Direction marks (UAX #9, 2.6) in the text of lines that run both ways.
///
/// Programs that take text from a PDF put a line together from the places of its glyphs. Blanks and signs between a
/// stretch from right to left and one from left to right could belong to either; poppler gives them to the stretch that
/// it meets first, and the words on both sides become one. Marks that nobody sees tell where each stretch ends.
#pragma once

#include "layout/inline/slices.hpp"

namespace notes_export::layout {

/// Sets the direction marks of slices in visual order.
void find_turns(std::vector<Slice>& slices, const ShapedText& shaped);

}  // namespace notes_export::layout
