/// The package document (EPUB 3.3, 5): metadata, every file, the order of reading.
#pragma once

#include <string>
#include <vector>

#include "notes_export/archive.hpp"

namespace notes_export::epub {

/// A file of the book as the manifest lists it.
struct ManifestItem {
    std::string path;  ///< from the package's folder
    std::string media_type;
    std::string properties;  ///< "nav", "cover-image"; may be empty
    bool in_spine = false;
};

/// `items` in the order of reading where they are in the spine. `pictures`: the book shows some.
std::string write_package(const Archive& archive, const std::vector<ManifestItem>& items, bool pictures);

}  // namespace notes_export::epub
