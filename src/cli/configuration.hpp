/// `notes-export.toml`: options under the names they have on the command line, and `inputs`.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "cli/settings.hpp"
#include "notes_export/diagnostics.hpp"

namespace notes_export::cli {

struct Configuration {
    std::filesystem::path file;  ///< as shown to the user
    std::vector<std::filesystem::path> inputs;
    GivenSettings settings;
};

/// `notes-export.toml` in the folder or the nearest one above it.
std::optional<std::filesystem::path> find_configuration(const std::filesystem::path& folder);

/// Reads the file. Paths in it become relative to the current folder instead of to the file. An unknown key is
/// reported. Throws `UsageError` with path, line and column when it can't be read or a value has the wrong type.
Configuration read_configuration(const std::filesystem::path& file, Diagnostics& diagnostics);

/// Leaves out what only a trusted file may say, when the file lies in one of the inputs; says so.
void distrust_if_inside(Configuration& configuration, const std::vector<std::filesystem::path>& inputs,
                        Diagnostics& diagnostics);

}  // namespace notes_export::cli
