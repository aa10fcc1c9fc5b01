/// The words behind the program's name.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/settings.hpp"

namespace notes_export::cli {

struct CommandLine {
    std::vector<std::filesystem::path> inputs;
    GivenSettings settings;
    std::optional<std::string> answer;  ///< --help or --version: print this and do no more
};

/// Throws `UsageError`.
CommandLine read_command_line(const std::vector<std::string>& arguments);

}  // namespace notes_export::cli
