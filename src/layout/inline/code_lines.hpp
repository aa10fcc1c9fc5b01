/// Lines of code: blanks as they are; one that is too long goes on behind a mark.
#pragma once

#include <vector>

#include "layout/inline/units.hpp"
#include "layout/paragraph.hpp"

namespace notes_export::layout {

std::vector<Line> set_code_lines(const ShapedText& shaped, const ParagraphStyle& style, Points measure,
                                 const text::FontLibrary& fonts);

}  // namespace notes_export::layout
