/// Links: from what a note wrote to an anchor or an address.
#pragma once

#include <vector>

#include "archive/anchors.hpp"
#include "archive/names.hpp"

namespace notes_export::archive {

/// What links are looked up in.
struct LinkSpace {
    const NoteNames& notes;
    const FileNames& files;
    const std::vector<SourceAnchors>& anchors;                ///< one for each source
    const std::vector<SourceAnchors>& left_out;               ///< the same, of notes that are not in the book
    const std::vector<std::vector<AnchorId>>& note_anchors;   ///< of each source, by position
    const std::unordered_map<std::string, AnchorId>& blocks;  ///< those that Logseq gave a uuid
    std::string_view repository;                              ///< of the archive itself; may be empty
    bool labels_first = false;                                ///< `[[words|Note]]` is how this archive links
};

/// Resolves every link and the origin of every embed. Those to notes that were left out stay unresolved; gives their
/// number.
std::size_t resolve_links(Draft& draft, const LinkSpace& space, Diagnostics& diagnostics);

}  // namespace notes_export::archive
