/// Classes of the style sheet that follow from what a note says.
#pragma once

#include <string>
#include <string_view>

#include "notes_export/document.hpp"

namespace notes_export::epub {

/// A class for a name that a note gave: letters and digits of it.
std::string class_name(std::string_view name);

/// Null for `none`.
const char* alignment_class(Alignment alignment);

}  // namespace notes_export::epub
