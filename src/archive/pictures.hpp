/// Pictures: from what a note wrote to a file of the archive, a resource of the book.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "archive/draft.hpp"
#include "archive/names.hpp"

namespace notes_export::archive {

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
