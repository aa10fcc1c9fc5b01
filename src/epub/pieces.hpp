/// Cutting a note that is too large for one file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "epub/content/rendered_note.hpp"
#include "notes_export/archive.hpp"

namespace notes_export::epub {

/// Part of a note, or the whole, in a file.
struct Piece {
    NoteId note;
    std::size_t begin = 0, end = 0;        ///< of `RenderedNote::blocks`
    bool first = true, last = true;        ///< has the note's header, its footer
    std::vector<std::uint32_t> footnotes;  ///< by index, in the order of their numbers
};

/// The note in pieces of at most 200 KB, cut at headings where that can be; each has the footnotes that it is the first
/// to refer to, and the last those that nothing refers to.
std::vector<Piece> cut_into_pieces(const Note& note, const RenderedNote& rendered);

}  // namespace notes_export::epub
