#include <bit>
#include <cstdlib>

#include "image/decoders.hpp"

namespace notes_export::image {
namespace {

/// Header of a device-independent bitmap.
struct Bitmap {
    std::uint32_t header = 0;  ///< its size in bytes, behind the 14 of the file's own
    std::size_t pixels = 0;    ///< offset of the first row
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    bool from_top = false;
    std::uint32_t bits = 0;  ///< a pixel
    std::uint32_t compression = 0;
    std::uint32_t colours = 0;
};

Bitmap read_header(Bytes file) {
    Bitmap bitmap;
    bitmap.header = le32(file, 14);
    bitmap.pixels = le32(file, 10);
    if (bitmap.header == 12) {  // BITMAPCOREHEADER
        bitmap.width = le16(file, 18);
        bitmap.height = le16(file, 20);
        bitmap.bits = le16(file, 24);
        return bitmap;
    }
    bitmap.width = le32(file, 18);
    const auto height = static_cast<std::int32_t>(le32(file, 22));
    bitmap.from_top = height < 0;
    bitmap.height = height < 0 ? 0 - static_cast<std::uint32_t>(height) : static_cast<std::uint32_t>(height);
    bitmap.bits = le16(file, 28);
    bitmap.compression = le32(file, 30);
    bitmap.colours = le32(file, 46);
    return bitmap;
}

/// Scales the bits that a mask selects to 0–255.
std::byte masked(std::uint32_t value, std::uint32_t mask) {
    if (!mask) return std::byte{0};
    const std::uint32_t most = mask >> std::countr_zero(mask);
    const std::uint64_t part = (value & mask) >> std::countr_zero(mask);
    return static_cast<std::byte>(part * 255 / most);
}

}  // namespace

std::variant<Info, Failure> probe_bmp(Bytes file) {
    const Bitmap bitmap = read_header(file);
    const std::int64_t count = static_cast<std::int64_t>(bitmap.width) * bitmap.height;
    if (count <= 0 || bitmap.width > 1'000'000 || bitmap.height > 1'000'000)
        return Failure{"is damaged: it has no size"};
    if (count > most_pixels) return Failure{"is too large"};
    if (bitmap.compression != 0 && bitmap.compression != 3)
        return Failure{"is a compressed BMP, which is not supported"};
    Info info;
    info.format = Format::bmp;
    info.width = static_cast<int>(bitmap.width);
    info.height = static_cast<int>(bitmap.height);
    return info;
}

std::variant<Raster, Failure> decode_bmp(Bytes file) {
    const Bitmap bitmap = read_header(file);
    const std::size_t stride = (std::size_t{bitmap.width} * bitmap.bits + 31) / 32 * 4;
    if (bitmap.pixels >= file.size()) return Failure{"is damaged: it ends before its pixels"};
    std::uint32_t red = 0xff0000;
    std::uint32_t green = 0xff00;
    std::uint32_t blue = 0xff;
    if (bitmap.compression == 3) {
        red = le32(file, 54);
        green = le32(file, 58);
        blue = le32(file, 62);
    } else if (bitmap.bits == 16) {
        red = 0x7c00;
        green = 0x3e0;
        blue = 0x1f;
    }
    const std::size_t palette = std::size_t{14} + bitmap.header;
    const std::size_t entry = bitmap.header == 12 ? 3 : 4;

    Raster raster{static_cast<int>(bitmap.width), static_cast<int>(bitmap.height), 3, {}, {}};
    raster.pixels.reserve(std::size_t{bitmap.width} * bitmap.height * 3);
    for (std::uint32_t y = 0; y < bitmap.height; ++y) {
        const std::size_t row = bitmap.pixels + stride * (bitmap.from_top ? y : bitmap.height - 1 - y);
        for (std::size_t x = 0; x < bitmap.width; ++x) {
            std::byte colour[3] = {};
            if (bitmap.bits <= 8) {
                const std::size_t bit = x * bitmap.bits;
                const std::uint32_t index =
                    u8(file, row + bit / 8) >> (8 - bitmap.bits - bit % 8) & ((1U << bitmap.bits) - 1);
                for (std::size_t c = 0; c < 3; ++c)
                    colour[c] = static_cast<std::byte>(u8(file, palette + index * entry + 2 - c));
            } else if (bitmap.bits == 24) {
                for (std::size_t c = 0; c < 3; ++c) colour[c] = static_cast<std::byte>(u8(file, row + x * 3 + 2 - c));
            } else {
                const std::uint32_t value = bitmap.bits == 16 ? le16(file, row + x * 2) : le32(file, row + x * 4);
                colour[0] = masked(value, red);
                colour[1] = masked(value, green);
                colour[2] = masked(value, blue);
            }
            raster.pixels.insert(raster.pixels.end(), colour, colour + 3);
        }
    }
    return raster;
}

}  // namespace notes_export::image
