/// Links and pictures: from what a note wrote to an anchor, an address or a resource.
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
};

/// Resolves every link and the origin of every embed. Those to notes that were left out stay unresolved; gives their
/// number.
std::size_t resolve_links(Draft& draft, const LinkSpace& space, Diagnostics& diagnostics);

/// The pictures of a book, each file once.
class Pictures {
public:
    Pictures(const FileNames& names, const std::vector<std::string>& files, const std::filesystem::path& root,
             std::vector<Resource>& resources)
        : names_(names), files_(files), root_(root), resources_(resources) {}

    /// Resolves every image of the note.
    void resolve(Draft& draft, Diagnostics& diagnostics);

private:
    ImageTarget target_of(const Image& image, const Draft& draft, SourceSpan span, Diagnostics& diagnostics);
    ResourceId resource_of_file(std::size_t file);
    ResourceId resource_of_data(std::string_view address, std::string_view media_type, std::string bytes);

    const FileNames& names_;
    const std::vector<std::string>& files_;
    const std::filesystem::path& root_;
    std::vector<Resource>& resources_;
    std::unordered_map<std::size_t, ResourceId> of_file_;
    std::unordered_map<std::string_view, ResourceId> of_data_;
};

}  // namespace notes_export::archive
