/// Globs on paths, as `.gitignore` reads them.
#pragma once

#include <string_view>

namespace notes_export::source {

/// Whether the pattern takes in the path or one of the folders it lies in. `*` and `?` stay within a name, `**` goes
/// over folders, `[a-z]` and `[!a-z]` are classes, `\` takes the next character as it is. A pattern without `/`
/// means a name at any depth; one with it begins at the root.
bool glob_matches(std::string_view pattern, std::string_view path);

}  // namespace notes_export::source
