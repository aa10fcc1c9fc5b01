/// Bookmarks: parts, notes and their headings as the outline of the book.
#pragma once

#include <vector>

#include "layout/page.hpp"

namespace notes_export::layout {

/// Down to `depth` levels; opened as far as a screen shows them at once. Needs the book's anchors.
std::vector<Bookmark> bookmarks_of(const Archive& archive, const PagedBook& book, int depth);

}  // namespace notes_export::layout
