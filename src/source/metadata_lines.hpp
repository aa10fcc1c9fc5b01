/// What a note says of itself in its first lines without fences: `Title: name`, `Date: 2024-02-13`, `Tags: a, b`, as
/// MultiMarkdown and Pelican have it, and Notion below the title of what it exports.
#pragma once

#include <string_view>
#include <vector>

#include "notes_export/source.hpp"

namespace notes_export::source {

/// The lines as fields of front matter; none where the first paragraph, or the one below the
/// title, is anything else. The lines stay part of the text.
std::vector<FrontMatterField> read_metadata_lines(std::string_view text);

}  // namespace notes_export::source
