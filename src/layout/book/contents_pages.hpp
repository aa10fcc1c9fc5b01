/// The contents: parts, notes with date and page.
#pragma once

#include "layout/blocks/note_block.hpp"

namespace notes_export::layout {

/// A note that stands for the contents: the book's language and direction, no text of its own.
Note contents_note(const Archive& archive);

/// Sets the contents down to `depth` levels. Its length doesn't depend on the page numbers, which are set late.
SetNote set_contents(const BookContext& book, const Note& contents, int depth);

}  // namespace notes_export::layout
