/// What page breaking may do with the order of strips.
#pragma once

#include <cstdint>

namespace notes_export::layout {

enum class Flow : std::uint8_t {
    fixed,
    picture,      ///< may let the paragraph behind it go first
    paragraph,    ///< the first line of text that may go before a picture
    continuation  ///< another line of it
};

}  // namespace notes_export::layout
