/// Files that a note includes (`{{#include path}}` of mdBook).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "notes_export/source.hpp"

namespace notes_export {

/// Text of the file at `path`, relative to the note, or from a top of the archive where it begins with `/`; nothing
/// when there is none, when it is larger than a note should take in, or when it lies outside of the archive: below
/// neither `root` nor the folder of the site it belongs to (where `book.toml` stands; listings lie beside the folder of
/// the text).
/// May be called from several threads.
class IncludedFiles {
public:
    explicit IncludedFiles(const SourceSet& sources);
    std::optional<std::string> operator()(const Source& note, std::string_view path) const;

private:
    std::optional<std::string> text_of(const std::filesystem::path& file) const;

    std::vector<std::filesystem::path> roots_;  ///< without symbolic links
};

}  // namespace notes_export
