/// A note as XHTML, in pieces that may go into different files.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "epub/pictures.hpp"
#include "notes_export/archive.hpp"

namespace notes_export::epub {

/// XHTML that stays together, with marks for addresses (`hrefs.hpp`).
struct Fragment {
    std::string xhtml;
    std::vector<AnchorId> anchors;         ///< whose ids stand in it
    std::vector<std::uint32_t> footnotes;  ///< first referred to in it, by index into `Note::footnotes`
    bool heading = false;                  ///< a good place to begin a file
};

struct RenderedNote {
    Fragment header;               ///< date, title, tags
    std::vector<Fragment> blocks;  ///< one for each block, more for one that is too large for a file
    std::vector<Fragment> footnotes;
    Fragment footer;       ///< what points to the note; may be empty
    std::size_t size = 0;  ///< bytes of all
};

/// The places of tags in `Archive::tags`, by name.
using TagNumbers = std::unordered_map<std::string_view, std::uint32_t>;
TagNumbers number_tags(const Archive& archive);

/// Tags without a number are text, others lead to the index.
RenderedNote render_note(const Archive& archive, const Pictures& pictures, const Note& note,
                         const TagNumbers& tags = {});

}  // namespace notes_export::epub
