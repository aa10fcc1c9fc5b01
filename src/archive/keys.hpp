/// Keys: what a note is called in the book's files and links.
#pragma once

#include <vector>

#include "archive/draft.hpp"

namespace notes_export::archive {

/// Gives each note its key: an NCName made of its path, or of an entry's date and title. Notes that would have the
/// same get "-2", "-3" in the order of their paths and places; other notes have no say in it.
void assign_keys(std::vector<Draft>& drafts);

/// The characters of `text` that an XML name may have (ASCII); may be empty, may begin with a digit.
std::string name_characters(std::string_view text);

}  // namespace notes_export::archive
