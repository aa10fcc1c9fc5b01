/// The navigation document (EPUB 3.3, 7): contents and landmarks.
#pragma once

#include <string>

#include "epub/book.hpp"

namespace notes_export::epub {

std::string write_navigation(const Book& book);

}  // namespace notes_export::epub
