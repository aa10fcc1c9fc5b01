/// PNG's row filters (ISO 15948, 9), which PDF's predictors share.
#pragma once

#include "image/bytes.hpp"
#include "image/image.hpp"

namespace notes_export::image {

/// Each row of `stride` bytes behind the number of the filter that makes it smallest, by the sum of absolute
/// differences (ISO 15948, 12.8). `pixel` is the number of bytes in one.
std::vector<std::byte> filter_rows(Bytes rows, std::size_t stride, std::size_t pixel);

/// A picture of at most 256 colours, all opaque, as indices into them.
struct Indexed {
    std::vector<std::byte> palette;  ///< red, green, blue each
    std::vector<std::byte> indices;  ///< a byte a pixel
};
/// Nothing when there are more colours, or it is grey or translucent.
std::optional<Indexed> indexed(const Raster& raster);

}  // namespace notes_export::image
