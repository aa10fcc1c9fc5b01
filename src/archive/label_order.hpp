/// Which of the two parts of `[[one|other]]` names the note.
#pragma once

#include <string_view>
#include <vector>

#include "archive/draft.hpp"
#include "archive/names.hpp"

namespace notes_export::archive {

/// The words of a wikilink that stand beside a name, where they may be a name themselves; else empty.
std::string_view name_like_label(const Link& link);

/// Whether the archive writes `[[words|Note]]`, as MediaWiki's heirs and GitHub's wikis do: of the links in which only
/// one part names a note, it is the second in most.
bool labels_come_first(const std::vector<Draft>& drafts, const NoteNames& names);

}  // namespace notes_export::archive
