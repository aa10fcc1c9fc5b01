/// A folder's README or index.
#pragma once

#include <cstddef>
#include <string_view>

namespace notes_export::archive {

/// README or index, whatever its case.
bool is_index_name(std::string_view path);

/// Whether an index that names so many of an archive's other notes is a table of contents: at least half of them.
bool lists_most(std::size_t named, std::size_t others);

}  // namespace notes_export::archive
