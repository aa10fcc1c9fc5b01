/// Files of `styles/` and `fonts/`, built into the program.
#pragma once

#include <string_view>

namespace notes_export {

/// Bytes of the file with this path from the top of the project ("styles/epub/book.css"); empty when there is none.
/// The view is valid for as long as the program runs.
std::string_view embedded_file(std::string_view path);

}  // namespace notes_export
