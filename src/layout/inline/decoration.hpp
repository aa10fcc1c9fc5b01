/// Grounds, frames and lines of stretches of text.
#pragma once

#include <vector>

#include "layout/page.hpp"
#include "layout/paragraph.hpp"

namespace notes_export::layout {

/// What is drawn behind the text from `x` on, on the baseline 0. None of it is higher than a line.
std::vector<PageItem> behind_text(const TextStyle& style, double x, double width, bool begins, bool ends);
/// Lines under and through it.
std::vector<PageItem> over_text(const TextStyle& style, double x, double width);

}  // namespace notes_export::layout
