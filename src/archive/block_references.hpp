/// Logseq's `((uuid))` without words of its own shows the block that it means.
#pragma once

#include <string_view>
#include <vector>

#include "notes_export/archive.hpp"

namespace notes_export::archive {

/// The form of a block's id in Logseq: eight, four, four, four and twelve hexadecimal digits.
bool is_uuid(std::string_view name);

void show_block_references(std::vector<Note>& notes, Arena& arena);

}  // namespace notes_export::archive
