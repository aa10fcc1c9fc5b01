/// Which note goes into which file of the book.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "epub/content/rendered_note.hpp"
#include "epub/file_names.hpp"
#include "epub/hrefs.hpp"
#include "epub/pieces.hpp"
#include "epub/tag_shelf.hpp"
#include "notes_export/archive.hpp"

namespace notes_export::epub {

/// A file of the spine: pieces of notes, the contents page of a part, or a page of the index of tags.
struct BookFile {
    std::string name;   ///< from the package's folder
    std::string title;  ///< of its first note, or of the part
    std::vector<Piece> pieces;
    const ContentsEntry* part = nullptr;
    std::vector<TagSlice> tags;
};

struct Shelves {
    std::vector<BookFile> files;  ///< in reading order
    Places places;
    /// File of each part's contents page, for parts that have one; points into `Archive::contents`.
    std::unordered_map<const ContentsEntry*, std::uint32_t> parts;
    /// Entries of notes that have others below them, by `NoteId`.
    std::unordered_map<std::uint32_t, const ContentsEntry*> with_children;

    std::uint32_t tag_index = UINT32_MAX;  ///< the first file of the index of tags

    /// Nothing (UINT32_MAX) when the part has no page.
    std::uint32_t page_of(const ContentsEntry& part) const;
};

/// A long note has a file of its own, or several when it is over 200 KB, cut at headings where that can be. Short ones
/// share files of at most 150 KB, cut where the calendar or the parts cut them and never by filling up, so that a new
/// note moves none of the others.
Shelves shelve(const Archive& archive, const std::vector<RenderedNote>& notes, FileNames& names);

}  // namespace notes_export::epub
