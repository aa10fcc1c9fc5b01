/// Pictures as Obsidian writes them.
#pragma once

#include "notes_export/document.hpp"

namespace notes_export::markdown {

/// By the name's ending, in whatever case.
bool is_picture_name(std::string_view destination);

/// `![[destination|label]]`: the label is a size (`300`, `300x200`), a text, or a text and a size.
Image embedded_picture(std::string_view destination, std::string_view label);

/// An image whose alt text may end in `|300` or `|300x200`.
Image sized_picture(std::string_view alt);

}  // namespace notes_export::markdown
