/// The cover: a picture, and the page that shows it.
#pragma once

#include <string>

#include "notes_export/archive.hpp"

namespace notes_export::epub {

/// A PNG of 1600 × 2560 pixels, which Kindle asks for and others scale down.
std::string make_cover_image(const Archive& archive);

/// `image` is the picture's file.
std::string write_cover_page(const Archive& archive, const std::string& image);

}  // namespace notes_export::epub
