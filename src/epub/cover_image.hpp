/// The cover as a picture.
#pragma once

#include <string>

#include "notes_export/archive.hpp"

namespace notes_export::epub {

struct CoverImage {
    std::string png;          ///< 1600 × 2560 pixels, which Kindle asks for and others scale down
    std::string alternative;  ///< the words on it
};

CoverImage make_cover_image(const Archive& archive);

}  // namespace notes_export::epub
