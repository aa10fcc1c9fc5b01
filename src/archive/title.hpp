/// Titles of notes.
#pragma once

#include <string>
#include <unordered_set>

#include "archive/draft.hpp"

namespace notes_export::archive {

/// What a note may be called when it doesn't say itself.
struct OtherTitles {
    std::string summary;                              ///< by the archive's SUMMARY; empty when that doesn't name it
    std::string root;                                 ///< of a README at the root
    const std::unordered_set<std::string>& sections;  ///< what `shared_sections` found: none of them is a title
};

/// Finds the title: front matter, else the first `#` heading that is no section which other notes begin with, too, else
/// what the SUMMARY calls the note, else the one heading that stands above all others, else the file's name (a folder's
/// README: the folder's). A heading that becomes the title, or says the same, leaves the blocks, so that it is not
/// shown twice.
void take_title(Draft& draft, const OtherTitles& others, Arena& arena);

/// `my-first_note` → "my first note"; `2024-02-13-name` → "name".
std::string title_from_path(std::string_view path);

}  // namespace notes_export::archive
