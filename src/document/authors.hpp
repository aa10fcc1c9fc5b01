/// Who wrote a book.
#pragma once

#include <string>

#include "notes_export/archive.hpp"

namespace notes_export {

/// "A. Writer, B. Writer"; empty when nobody is named.
std::string authors_of(const Metadata& metadata);

}  // namespace notes_export
