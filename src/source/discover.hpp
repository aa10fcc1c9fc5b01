/// Which files an archive is made of.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "notes_export/diagnostics.hpp"
#include "notes_export/source.hpp"

namespace notes_export::source {

struct FoundNote {
    std::string path;            ///< relative to the root, `/` between parts
    std::filesystem::path file;  ///< on disk; empty for stdin
    bool standard_input = false;
};

struct Found {
    std::filesystem::path root;
    std::vector<FoundNote> notes;                ///< in order of path, as people sort; each file once
    std::vector<std::string> files;              ///< everything else, relative to the root, sorted
    std::vector<std::filesystem::path> folders;  ///< the inputs that are folders; else those of named files
};

/// Looks through the inputs. Hidden folders and `node_modules` are left out, symbolic links followed once.
/// Throws `Error` when an input does not exist.
Found discover(const ReadOptions& options, Diagnostics& diagnostics);

}  // namespace notes_export::source
