/// Space around Han characters, kana and their full-width marks (W3C's jlreq and clreq, READERS 5).
#pragma once

#include "layout/inline/units.hpp"

namespace notes_export::layout {

/// Sets the space behind each unit that stands at a Han character. `shaped` is what `units` are of.
void space_han(ShapedText& shaped, const text::FontLibrary& fonts);

/// What goes of the blank half of a full-width mark at a line's begin (opening marks) or end (closing ones), in points;
/// 0 for all else.
double trim_before(const ShapedText& shaped, const Unit& unit, const text::FontLibrary& fonts);
double trim_behind(const ShapedText& shaped, const Unit& unit, const text::FontLibrary& fonts);

}  // namespace notes_export::layout
