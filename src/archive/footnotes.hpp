/// Footnotes: which note has which, and their numbers.
#pragma once

#include <vector>

#include "archive/draft.hpp"

namespace notes_export::archive {

/// Gives each note of a document the footnotes that it refers to, and its references their indices. A footnote that
/// nothing refers to goes to the note it stands in.
void share_footnotes(std::vector<Footnote>& footnotes, std::vector<Draft>& drafts);

/// Puts a note's footnotes into the order of their first reference and numbers them; unused ones come last.
void number_footnotes(Note& note);

}  // namespace notes_export::archive
