/// The contents: parts, notes with date and page.
#pragma once

#include "layout/blocks/note_block.hpp"

namespace notes_export::layout {

/// Sets the contents down to `depth` levels. Its length doesn't depend on the page numbers, which are set late.
SetNote set_contents(const BookContext& book, const Note& contents, int depth);

}  // namespace notes_export::layout
