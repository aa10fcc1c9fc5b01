/// Links: annotations over the places where a page can be touched (ISO 32000-1, 12.5.6.5), and where they lead.
#pragma once

#include <string>
#include <vector>

#include "layout/page.hpp"
#include "pdf/document.hpp"
#include "pdf/structure.hpp"

namespace notes_export::pdf {

/// "[page /XYZ null top null]" for a place in the book; empty for one that is not in it.
std::string destination(const layout::Place& place, const std::vector<ObjectId>& pages, Points page_height);

/// Adds the annotations of a page. Gives the value of its `/Annots`, empty when it has none.
std::string add_links(std::uint32_t page, const layout::PagedBook& book, const std::vector<ObjectId>& pages,
                      StructureTree& structure, Document& document);

}  // namespace notes_export::pdf
