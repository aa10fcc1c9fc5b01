/// Page numbers within the text, set once all pages are known.
#pragma once

#include <string>
#include <vector>

#include "layout/pages/makeup.hpp"
#include "layout/pages/page_numbers.hpp"

namespace notes_export::layout {

/// Sets the page's late numbers from the book's anchors and places. A target that is not in the book has no number.
void set_late_numbers(MadePage& made, const PagedBook& book, const PageNumbers& numbers, const std::string& language,
                      const text::FontLibrary& fonts);

}  // namespace notes_export::layout
