/// A note while the archive is being assembled.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "notes_export/archive.hpp"

namespace notes_export::archive {

/// A heading that became a title. Links may still mean it: they lead to the note.
struct FormerHeading {
    std::string text;
    std::vector<std::string_view> names;  ///< its explicit ids
};

/// A note with what is known of it only until the archive is whole.
struct Draft {
    Note note;
    const Source* origin = nullptr;
    std::size_t document = 0;  ///< index of its source in `Archive::sources`
    std::size_t position = 0;  ///< among the notes of its source
    bool entry = false;        ///< of a journal
    bool head = false;         ///< stands for a journal's file where the archive has others too
    bool index = false;        ///< README or index of its folder
    std::vector<FormerHeading> former_headings;
    std::vector<std::string> aliases;
};

/// The folder part of a path, without the last `/`; empty at the root.
std::string_view folder_of(std::string_view path);
/// The last part of a path.
std::string_view file_name_of(std::string_view path);
/// A file name without its extension.
std::string_view stem_of(std::string_view path);
/// README or index, whatever its case.
bool is_index_name(std::string_view path);
/// Whether an index that names so many of an archive's other notes is a table of contents: at least half of them.
bool lists_most(std::size_t named, std::size_t others);

}  // namespace notes_export::archive
