/// Furniture: running heads and folios. Artifacts, all of them.
#pragma once

#include <string>
#include <string_view>

#include "layout/design.hpp"
#include "layout/page.hpp"
#include "notes_export/archive.hpp"

namespace notes_export::layout {

/// Sets heads and folios of one book; the archive's head is set once.
class Furniture {
public:
    Furniture(const Archive& archive, const Design& design, const text::FontLibrary& fonts);

    /// Puts both on a page. `number`: as it is printed. `note`: the title of the note that goes on at the page's top;
    /// empty when one begins there. One named as the archive is not said twice.
    void add(Page& page, std::string_view number, std::string_view note) const;

private:
    const Archive& archive_;
    const Design& design_;
    const text::FontLibrary& fonts_;
    std::vector<PageItem> head_;
    Points head_width_;
};

}  // namespace notes_export::layout
