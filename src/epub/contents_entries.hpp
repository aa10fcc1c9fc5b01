/// Entries of the contents, as the navigation document and the NCX list them.
#pragma once

#include <string>
#include <vector>

#include "epub/book.hpp"

namespace notes_export::epub {

/// Levels that are left below an entry of a level with `depth` of them. A range only keeps a level short.
int depth_below(const ContentsEntry& entry, int depth);

/// So many entries that old readers may not load them all: notes are then reached by their parts' pages.
bool is_crowded(const std::vector<ContentsEntry>& contents, int depth);

/// Whether the part's own page leads to what is in it.
bool has_page(const Book& book, const ContentsEntry& entry);

/// Where the entry leads, from the package's folder; empty when nothing is in it.
std::string href(const Book& book, const ContentsEntry& entry);

}  // namespace notes_export::epub
