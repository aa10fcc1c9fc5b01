/// Pictures as e-readers show them: JPEG, PNG, GIF and SVG, opaque, upright, in RGB, of a size they can hold.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "epub/file_names.hpp"
#include "notes_export/archive.hpp"

namespace notes_export::epub {

/// A file of the book.
struct Picture {
    std::string path;  ///< from the package's folder
    std::string media_type;
    std::string bytes;
    int width = 0;  ///< CSS pixels at its natural size
    int height = 0;
};

/// By `ResourceId`; nothing where a picture can't be shown.
using Pictures = std::vector<std::optional<Picture>>;

/// Reads and, where needed, converts all pictures of the archive. One that can't be read is warned about.
///
/// A file goes in as it is when readers can show it. Else: at most 5.6 million pixels (Apple's Asset Guide 5.3);
/// transparent parts laid on white, for they are black in dark modes; turned as its camera says; WebP, BMP and the
/// rest as PNG where they have few colours and as JPEG otherwise.
Pictures make_pictures(const Archive& archive, unsigned jobs, FileNames& names, Diagnostics& diagnostics);

}  // namespace notes_export::epub
