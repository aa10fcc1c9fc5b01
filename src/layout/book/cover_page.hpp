/// The cover as the book's first page.
#pragma once

#include <vector>

#include "layout/design.hpp"
#include "layout/page.hpp"

namespace notes_export::layout {

struct CoverPage {
    Page page;
    std::vector<Element> elements;  ///< the first is the cover's section, without a parent yet
};

CoverPage cover_page(const Archive& archive, const Design& design, const text::FontLibrary& fonts);

}  // namespace notes_export::layout
