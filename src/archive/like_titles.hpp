/// Notes of one folder that have the same title.
#pragma once

#include <vector>

#include "archive/draft.hpp"

namespace notes_export::archive {

/// Gives the entries of such notes the names of their files ("Upgrading (upgrade-2)"), so that a reader of the contents
/// can tell which is which; the folder's README keeps its title alone. Notes of one file stay as they are.
void tell_apart(std::vector<ContentsEntry>& contents, const std::vector<Draft>& drafts);

}  // namespace notes_export::archive
