/// Where the parts of the contents stand among the notes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "notes_export/archive.hpp"

namespace notes_export::epub {

/// The parts above each note, and the notes at which parts begin.
struct PartsOfNotes {
    std::vector<const ContentsEntry*> innermost;                            ///< by note; null: none
    std::vector<std::vector<const ContentsEntry*>> begin_at;                ///< by note, outer ones first
    std::size_t count = 0;                                                  ///< of all parts
    std::unordered_map<std::uint32_t, const ContentsEntry*> with_children;  ///< entries of notes, by `NoteId`
};

/// Points into `Archive::contents`.
PartsOfNotes find_parts(const Archive& archive);

}  // namespace notes_export::epub
