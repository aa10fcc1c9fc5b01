/// The date line below a heading: `2024-02-13 21:25`.
#pragma once

#include "archive/date.hpp"
#include "notes_export/document.hpp"

namespace notes_export::archive {

/// The date at the head of a paragraph, when its first line is one (or begins with one, set off from the rest).
DateReading find_date_line(const Block& block);

/// Takes the date that `find_date_line` found out of the blocks at `index`: the words, then the paragraph if nothing
/// is left of it.
void remove_date_line(Blocks& blocks, std::size_t index, const DateReading& reading);

}  // namespace notes_export::archive
