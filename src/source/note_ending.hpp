/// Which files are notes by their names.
#pragma once

#include <string_view>

namespace notes_export::source {

/// `.md`, `.markdown`, `.mdown`, `.mkd`, `.mdx`, in any case.
bool has_note_ending(std::string_view path);

}  // namespace notes_export::source
