/// Headings that many notes begin with and none is called by: the NAME of manual pages.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "notes_export/archive.hpp"

namespace notes_export::archive {

/// Keys (`unicode::match_key`) of the headings that are the first of several `#` headings in more than one document:
/// sections that these have in common. Root and translated READMEs don't count: they share the project's name.
std::unordered_set<std::string> shared_sections(const std::vector<Document>& documents);

}  // namespace notes_export::archive
