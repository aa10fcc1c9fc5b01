/// The index of tags.
#pragma once

#include <string>
#include <vector>

#include "notes_export/archive.hpp"

namespace notes_export::archive {

/// Every tag with its notes, in reading order, sorted by name. Tags that differ only in case are one, and are written
/// in every note as in the first.
std::vector<TagEntry> index_tags(std::vector<Note>& notes);

}  // namespace notes_export::archive
