/// Files of the spine: notes, the contents pages of parts, the index of tags.
#pragma once

#include <cstdint>
#include <string>

#include "epub/book.hpp"

namespace notes_export::epub {

/// A file of the spine with all its addresses.
std::string write_file(const Book& book, std::uint32_t file);

}  // namespace notes_export::epub
