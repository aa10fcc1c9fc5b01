/// Walks over folders as they are on disk.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <filesystem>
#include <set>
#include <utility>
#include <vector>

#include "notes_export/diagnostics.hpp"

namespace notes_export::source {

/// A file or folder of the disk, whatever its names are.
using FileIdentity = std::pair<dev_t, ino_t>;

struct WalkedFile {
    std::filesystem::path file;
    bool through_link = false;  ///< the file itself is a symbolic link
    FileIdentity identity;
};

struct WalkLimits {
    std::size_t entries = SIZE_MAX;  ///< the walk ends there; nearest folders come first
};

/// All regular files below `folder`, breadth first, each folder's entries in byte order, folders behind symbolic links
/// last. `seen` holds the folders that were walked already: none is walked twice, so that loops end.
/// What can't be read is reported and left out.
std::vector<WalkedFile> walk(const std::filesystem::path& folder, WalkLimits limits, std::set<FileIdentity>& seen,
                             Diagnostics& diagnostics);

}  // namespace notes_export::source
