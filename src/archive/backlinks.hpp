/// Which notes point to which.
#pragma once

#include "notes_export/archive.hpp"

namespace notes_export::archive {

/// Fills `Note::linked_from` from the links and embeds of all notes, which are in reading order.
void collect_backlinks(std::vector<Note>& notes, const std::vector<Anchor>& anchors);

}  // namespace notes_export::archive
