/// `svg`: a drawing in the text.
#pragma once

#include <string_view>

#include "notes_export/document.hpp"

namespace notes_export::markdown {

/// A picture with a `data:` address (RFC 2397), kept in the arena; its title is the alternative text.
Image drawing_of(std::string_view svg, Arena& arena);

}  // namespace notes_export::markdown
