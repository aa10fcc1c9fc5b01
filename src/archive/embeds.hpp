/// Embeds: other notes and parts of them, set in place.
#pragma once

#include <vector>

#include "notes_export/archive.hpp"

namespace notes_export::archive {

/// Fills the blocks of every embed with a copy of what its origin names: a note, a heading's section, a block. Copies
/// have no anchors of their own; footnotes come along. An embed of itself, or one too deep, stays a link; one that
/// names nothing becomes its text.
void fill_embeds(std::vector<Note>& notes, const std::vector<Anchor>& anchors, Arena& arena, Diagnostics& diagnostics);

}  // namespace notes_export::archive
