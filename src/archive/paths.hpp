/// Paths within the archive, `/` between their parts.
#pragma once

#include <string>
#include <string_view>

namespace notes_export::archive {

/// The folder part of a path, without the last `/`; empty at the root.
std::string_view folder_of(std::string_view path);
/// The last part of a path.
std::string_view file_name_of(std::string_view path);
/// A file name without its extension.
std::string_view stem_of(std::string_view path);

/// `path` seen from `folder`, without `.` and `..`; those that leave the root are dropped.
std::string joined_path(std::string_view folder, std::string_view path);

}  // namespace notes_export::archive
