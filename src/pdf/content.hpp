/// The content stream of a page: its items drawn, each within marked content that ties it to the structure tree.
#pragma once

#include <string>
#include <vector>

#include "layout/page.hpp"
#include "pdf/fonts.hpp"
#include "pdf/pictures.hpp"

namespace notes_export::pdf {

/// One page's stream and what has to be known of it elsewhere.
struct PageContent {
    std::string operators;
    std::vector<layout::ElementId> marked;  ///< the element of each marked-content id
    std::vector<ResourceId> pictures;       ///< shown, without repetition; "P" and the number is the name
    std::vector<std::uint16_t> fonts;       ///< used, ascending; indices into the font set
    std::vector<std::string> undrawn;       ///< characters that could not be shown
};

struct ContentInput {
    const layout::PagedBook& book;
    const FontSet& fonts;
    const PictureSet& pictures;
    const text::FontLibrary& library;
};

PageContent page_content(const layout::Page& page, const ContentInput& input);

}  // namespace notes_export::pdf
