/// The index of tags: each tag, and the notes that bear it with date and page.
#pragma once

#include "layout/blocks/note_block.hpp"

namespace notes_export::layout {

SetNote set_tag_index(const BookContext& book, const Note& index);

}  // namespace notes_export::layout
