/// Titles of notes.
#pragma once

#include <string>

#include "archive/draft.hpp"

namespace notes_export::archive {

/// Finds the title: front matter, else the first `#` heading, else the file's name (a folder's README: the folder's).
/// A heading that becomes the title leaves the blocks, so that it is not shown twice. `root_title` names a README at
/// the root that says nothing itself.
void take_title(Draft& draft, const std::string& root_title, Arena& arena);

/// `my-first_note` → "my first note"; `2024-02-13-name` → "name".
std::string title_from_path(std::string_view path);

}  // namespace notes_export::archive
