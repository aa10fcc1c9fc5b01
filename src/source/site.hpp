/// What program a folder of notes was made for, and what its configuration says of the whole.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "notes_export/source.hpp"

namespace notes_export::source {

struct Site {
    Dialect dialect = Dialect::plain;
    std::filesystem::path root;       ///< of the site; empty for a plain folder
    std::filesystem::path text_root;  ///< where its notes are: mdBook's `src`
    std::string title;
    std::vector<std::string> authors;
    std::string language;
    std::string description;
    std::string repository;
    std::vector<Redirect> redirects = {};
    /// A configuration file that could not be read, and why.
    std::filesystem::path broken_file;
    std::string broken_reason;
};

/// Whether a file or folder is the folder or lies below it.
bool is_within(const std::filesystem::path& path, const std::filesystem::path& folder);

/// Looks at the folder, and at those around it: a part of a vault is still the vault's.
Site detect_site(const std::filesystem::path& folder);

}  // namespace notes_export::source
