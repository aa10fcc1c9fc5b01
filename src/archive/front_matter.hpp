/// What a note's front matter says about it.
#pragma once

#include <string>
#include <vector>

#include "archive/draft.hpp"

namespace notes_export::archive {

/// All values of the first of `keys` that has any; a single value with commas is a list ("a, b").
std::vector<std::string> listed(const FrontMatter& front_matter, std::initializer_list<std::string_view> keys);

/// The note's date, from front matter or from its file's name or from a date line at its head.
void take_note_date(Draft& draft, Diagnostics& diagnostics);

/// The tags that front matter gives; "a b" of Jekyll and Obsidian are two.
std::vector<std::string> stated_tags(const FrontMatter& front_matter);

/// Tags (front matter's, then those in the text), aliases, language, and the block itself where it could not be read.
void take_front_matter(Draft& draft, Arena& arena);

}  // namespace notes_export::archive
