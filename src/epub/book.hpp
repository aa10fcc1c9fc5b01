/// What the files of the book are written from.
#pragma once

#include <vector>

#include "epub/content/rendered_note.hpp"
#include "epub/shelves.hpp"
#include "notes_export/archive.hpp"

namespace notes_export::epub {

struct Book {
    const Archive& archive;
    const std::vector<RenderedNote>& notes;
    const Shelves& shelves;
    int contents_depth = 3;  ///< as `EpubOptions` has it
    bool neighbours = true;  ///< likewise
};

}  // namespace notes_export::epub
