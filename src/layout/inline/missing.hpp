/// A character that no font has: a frame with its code point in it.
#pragma once

#include <vector>

#include "layout/page.hpp"
#include "layout/paragraph.hpp"

namespace notes_export::layout {

/// Items at `x` on the baseline 0, an em wide. The first is a blank glyph that stands for the character in the text.
std::vector<PageItem> missing_character(std::string_view character, double x, const TextStyle& style, ElementId element,
                                        const text::FontLibrary& fonts);

}  // namespace notes_export::layout
