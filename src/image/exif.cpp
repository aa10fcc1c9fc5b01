#include "image/exif.hpp"

#include <libexif/exif-data.h>

#include <memory>

namespace notes_export::image {

int exif_orientation(Bytes segment) {
    if (segment.size() > 65'535) return 1;
    const std::unique_ptr<ExifData, decltype(&exif_data_unref)> data(
        exif_data_new_from_data(reinterpret_cast<const unsigned char*>(segment.data()),
                                static_cast<unsigned>(segment.size())),
        exif_data_unref);
    if (!data) return 1;
    const ExifEntry* entry = exif_content_get_entry(data->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION);
    if (!entry || entry->format != EXIF_FORMAT_SHORT || entry->size < 2) return 1;
    const int value = exif_get_short(entry->data, exif_data_get_byte_order(data.get()));
    return value >= 1 && value <= 8 ? value : 1;
}

}  // namespace notes_export::image
