/// What a camera says about how it was held.
#pragma once

#include "image/bytes.hpp"

namespace notes_export::image {

/// Orientation of an Exif segment ("Exif\0\0" and what follows), 1 to 8; 1 when it says none (Exif 2.3, tag 274).
int exif_orientation(Bytes segment);

}  // namespace notes_export::image
