/// Pictures of the archive: their sizes, and what is said in place of one that can't be shown.
#pragma once

#include <string_view>
#include <vector>

#include "layout/blocks/compositor.hpp"

namespace notes_export::layout {

/// Sizes of all pictures, from their headers.
std::vector<PictureSize> measure_pictures(const Archive& archive, unsigned jobs, Diagnostics& diagnostics);

/// "Picture not in the archive", "Picture on the web" …
std::string_view missing_words(const Compositor& compositor, const Image& image);

}  // namespace notes_export::layout
