/// The index of tags: which tag goes into which of its files.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "epub/hrefs.hpp"
#include "notes_export/archive.hpp"

namespace notes_export::epub {

/// Notes [begin, end) of one tag of `Archive::tags`.
struct TagSlice {
    std::uint32_t tag = 0;
    std::size_t begin = 0, end = 0;
};

/// The slices of each file, which old readers can load. The first file also lists all tags.
std::vector<std::vector<TagSlice>> shelve_tags(const Archive& archive);

/// The id of each tag, unique in the book: a full stop keeps them apart from those of notes.
std::vector<std::string> tag_ids(const Archive& archive);

}  // namespace notes_export::epub
