#include "image/png_rows.hpp"
#include "pdf/deflate.hpp"
#include "pdf/pictures.hpp"

namespace notes_export::pdf {
namespace {

std::string image_body(int width, int height, std::string_view colours) {
    std::string body = "/Type/XObject/Subtype/Image/Width ";
    put_integer(body, width);
    body += "/Height ";
    put_integer(body, height);
    body += "/BitsPerComponent 8/ColorSpace";
    body += colours;
    return body;
}

/// The filter's own parameters say how rows were filtered (7.4.4.4).
std::string predictor(int width, int channels) {
    std::string body = "/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns ";
    put_integer(body, width);
    body += "/Colors ";
    put_integer(body, channels);
    return body + ">>";
}

ImageStream filtered(const std::vector<std::byte>& samples, int width, int height, int channels) {
    const auto pixel = static_cast<std::size_t>(channels);
    const std::size_t stride = static_cast<std::size_t>(width) * pixel;
    return {image_body(width, height, channels == 1 ? "/DeviceGray" : "/DeviceRGB") + predictor(width, channels),
            deflate(image::filter_rows(samples, stride, pixel))};
}

ImageStream with_palette(const image::Indexed& picture, int width, int height) {
    std::string colours = "[/Indexed/DeviceRGB ";
    put_integer(colours, static_cast<std::int64_t>(picture.palette.size() / 3) - 1);
    colours += '<';
    for (const std::byte value : picture.palette) put_hexadecimal(colours, std::to_integer<std::uint32_t>(value), 2);
    colours += ">]";
    return {image_body(width, height, colours) + "/Filter/FlateDecode", deflate(picture.indices)};
}

}  // namespace

EncodedPicture encode_raster(const image::Raster& raster) {
    EncodedPicture picture;
    if (!raster.alpha.empty()) picture.mask = filtered(raster.alpha, raster.width, raster.height, 1);
    image::Raster opaque{raster.width, raster.height, raster.channels, {}, {}};
    opaque.pixels = raster.pixels;
    if (const std::optional<image::Indexed> palette = image::indexed(opaque))
        picture.image = with_palette(*palette, raster.width, raster.height);
    else
        picture.image = filtered(raster.pixels, raster.width, raster.height, raster.channels);
    return picture;
}

}  // namespace notes_export::pdf
