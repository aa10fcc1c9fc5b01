/// Operations on pixels.
#pragma once

#include "image/image.hpp"

namespace notes_export::image {

/// The size with the same shape that fits both limits; never larger than it is.
struct PixelSize {
    int width = 0;
    int height = 0;
};
PixelSize fitted(int width, int height, DecodeLimits limits);

/// Scales down by averaging the area each new pixel covers; colours count as much as they are opaque.
Raster shrink(const Raster& raster, PixelSize size);

/// Turns and mirrors as an EXIF orientation (1 to 8) asks.
Raster oriented(Raster raster, int orientation);

/// Drops alpha that is opaque everywhere; three equal channels become grey.
Raster simplified(Raster raster);

/// The picture in greys, as bright as its colours are; its alpha stays.
Raster without_colour(Raster raster);

/// Lays the picture on white.
Raster flattened(Raster raster);

}  // namespace notes_export::image
