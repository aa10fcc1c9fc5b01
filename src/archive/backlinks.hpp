/// Which notes point to which.
#pragma once

#include "notes_export/archive.hpp"

namespace notes_export::archive {

/// Fills `Note::linked_from` from the links and embeds of all notes, which are in reading order. A README or index at
/// the root that lists the notes is a table of contents, as the book has one: it says nothing under each note.
void collect_backlinks(Archive& archive);

}  // namespace notes_export::archive
