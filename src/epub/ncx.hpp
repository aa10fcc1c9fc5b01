/// The NCX, for readers of EPUB 2 (OPF 2.0.1, 2.4.1): two levels, which is what they show.
#pragma once

#include <string>

#include "epub/book.hpp"

namespace notes_export::epub {

std::string write_ncx(const Book& book);

}  // namespace notes_export::epub
