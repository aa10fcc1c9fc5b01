/// Bookmarks (ISO 32000-1, 12.3.3).
#pragma once

#include <vector>

#include "layout/page.hpp"
#include "pdf/document.hpp"

namespace notes_export::pdf {

/// Not valid when the book has no bookmarks.
ObjectId add_outline(const layout::PagedBook& book, const std::vector<ObjectId>& pages, Document& document);

}  // namespace notes_export::pdf
