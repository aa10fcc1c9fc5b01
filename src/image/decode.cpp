#include "image/decoders.hpp"
#include "image/raster.hpp"

namespace notes_export::image {
namespace {

std::variant<Raster, Failure> decode_as(Bytes file, const Info& info, DecodeLimits limits) {
    switch (info.format) {
        case Format::jpeg:
            return decode_jpeg(file, info, limits);
        case Format::png:
            return decode_png(file);
        case Format::gif:
            return decode_gif(file);
        case Format::webp:
            return decode_webp(file);
        case Format::bmp:
            return decode_bmp(file);
        case Format::svg:
            return draw_svg(file, info, limits);
        case Format::tiff:
        case Format::avif:
            break;
    }
    return Failure{"is of a kind that is not supported"};
}

}  // namespace

std::variant<Raster, Failure> decode(std::span<const std::byte> file, DecodeLimits limits) {
    const std::variant<Info, Failure> probed = probe(file);
    if (const Failure* failure = std::get_if<Failure>(&probed)) return *failure;
    const Info& info = std::get<Info>(probed);
    std::variant<Raster, Failure> decoded = decode_as(file, info, limits);
    if (Raster* raster = std::get_if<Raster>(&decoded)) {
        // Turned after scaling: limits are meant for the picture as it is shown.
        PixelSize size = fitted(info.width, info.height, limits);
        if (info.format == Format::svg) size = {raster->width, raster->height};
        if (info.orientation >= 5) std::swap(size.width, size.height);
        if (size.width < raster->width || size.height < raster->height) *raster = shrink(*raster, size);
        *raster = simplified(oriented(std::move(*raster), info.orientation));
    }
    return decoded;
}

}  // namespace notes_export::image
