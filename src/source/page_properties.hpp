/// What Logseq says of a page in its first lines: `title:: name`, `alias:: a, b`, `tags:: [[c]], d`.
#pragma once

#include <string_view>
#include <vector>

#include "notes_export/source.hpp"

namespace notes_export::source {

/// The properties as fields of front matter. The lines stay part of the text: those of the writer are shown.
std::vector<FrontMatterField> read_page_properties(std::string_view text);

}  // namespace notes_export::source
