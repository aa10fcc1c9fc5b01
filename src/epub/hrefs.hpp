/// Addresses within the book. A note is written before it is known into which file it goes, so a link holds a mark
/// instead of an address until files are put together.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "notes_export/archive.hpp"

namespace notes_export::epub {

/// Where a tag stands in the index.
struct TagPlace {
    std::uint32_t file = 0;
    std::string id;
};

/// Where things stand in the book.
struct Places {
    std::vector<std::string> files;                     ///< names, from the package's folder
    std::vector<std::uint32_t> anchors;                 ///< file of each `AnchorId`; UINT32_MAX: nowhere
    std::vector<std::vector<std::uint32_t>> footnotes;  ///< file of each note's footnotes, by index
    std::vector<TagPlace> tags;                         ///< as `Archive::tags`
};

/// What stands for the address of an anchor.
std::string late_href(AnchorId anchor);
/// What stands for the address of a footnote's body.
std::string late_href(NoteId note, std::uint32_t footnote);

/// What stands for the address of a tag in the index, by its place in `Archive::tags`.
std::string late_tag_href(std::uint32_t tag);

/// Ids of a footnote's body, and of the first reference to it, within a note. The full stop keeps them apart from
/// those of headings, whose slugs have none.
std::string footnote_id(const Note& note, std::uint32_t number);
std::string reference_id(const Note& note, std::uint32_t number);

/// Appends `xhtml` with each mark replaced by the address as seen from `file`.
void append_resolved(std::string& out, std::string_view xhtml, std::uint32_t file, const Archive& archive,
                     const Places& places);

/// The address of an anchor from a file that holds no notes; empty for an anchor that is not valid.
std::string href_of(AnchorId anchor, const Archive& archive, const Places& places);

}  // namespace notes_export::epub
