/// What the user wants, checked.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/settings.hpp"
#include "notes_export/notes_export.hpp"

namespace notes_export::cli {

enum class When { automatic, always, never };

struct Options {
    std::optional<std::string> epub;  ///< paths; "-" is stdout
    std::optional<std::string> pdf;
    LoadOptions load;
    EpubOptions epub_options;
    PdfOptions pdf_options;
    bool list = false;
    bool strict = false;
    bool json = false;
    bool quiet = false;
    bool verbose = false;
    When progress = When::automatic;
    When color = When::automatic;
};

/// Checks every value. Throws `UsageError` that says where it stands and what it may be.
Options make_options(const GivenSettings& given, std::vector<std::filesystem::path> inputs);

/// The whole of it: command line over configuration file over defaults.
struct Request {
    Options options;
    std::optional<std::string>
        answer;  ///< what is to be printed (--help, --version, --device list); then nothing is exported
};
Request read_request(const std::vector<std::string>& arguments, Diagnostics& diagnostics);

}  // namespace notes_export::cli
