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

}  // namespace notes_export::archive
