#include <webp/decode.h>

#include "image/decoders.hpp"
#include "image/exif.hpp"

namespace notes_export::image {
namespace {

std::variant<Info, Failure> checked(Info info, std::uint32_t width, std::uint32_t height) {
    if (width == 0 || height == 0) return Failure{"is damaged: it has no size"};
    if (static_cast<std::int64_t>(width) * height > most_pixels)
        return Failure{"is too large: " + std::to_string(width) + " × " + std::to_string(height) + " pixels"};
    if (info.orientation >= 5) std::swap(width, height);
    info.width = static_cast<int>(width);
    info.height = static_cast<int>(height);
    return info;
}

std::size_t skip_sub_blocks(Bytes file, std::size_t at) {
    while (const std::uint32_t size = u8(file, at)) at += size + 1;
    return at + 1;
}

}  // namespace

/// Walks the markers up to the frame header (ITU T.81, B.1 and B.2.2).
std::variant<Info, Failure> probe_jpeg(Bytes file) {
    Info info;
    info.format = Format::jpeg;
    std::size_t at = 2;
    while (at + 4 <= file.size()) {
        if (u8(file, at) != 0xff) {
            ++at;
            continue;
        }
        const std::uint32_t marker = u8(file, at + 1);
        if (marker == 0xff || marker == 0) {
            ++at;
            continue;
        }
        if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
            at += 2;
            continue;
        }
        const std::size_t size = be16(file, at + 2);
        const bool frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (frame) {
            const std::uint32_t components = u8(file, at + 9);
            info.cmyk = components == 4;
            return checked(info, be16(file, at + 7), be16(file, at + 5));
        }
        if (marker == 0xe1 && has(file, at + 4, "Exif") && info.orientation == 1 && at + 2 + size <= file.size())
            info.orientation = exif_orientation(file.subspan(at + 4, size >= 2 ? size - 2 : 0));
        if (marker == 0xd9 || marker == 0xda) break;
        at += 2 + size;
    }
    return Failure{"is damaged: it ends before its size is told"};
}

/// Chunks up to the first IDAT (ISO 15948, 11).
std::variant<Info, Failure> probe_png(Bytes file) {
    if (!has(file, 12, "IHDR")) return Failure{"is damaged: its header is missing"};
    Info info;
    info.format = Format::png;
    const std::uint32_t type = u8(file, 25);
    info.transparent = type == 4 || type == 6;
    for (std::size_t at = 33; at + 8 <= file.size() && !has(file, at + 4, "IDAT");) {
        if (has(file, at + 4, "tRNS")) info.transparent = true;
        if (has(file, at + 4, "acTL")) info.animated = true;
        at += std::size_t{12} + be32(file, at);
    }
    return checked(info, be32(file, 16), be32(file, 20));
}

std::variant<Info, Failure> probe_gif(Bytes file) {
    Info info;
    info.format = Format::gif;
    const auto table = [&](std::size_t flags) {
        return u8(file, flags) & 0x80 ? std::size_t{3} << ((u8(file, flags) & 7) + 1) : 0;
    };
    int frames = 0;
    std::uint32_t width = le16(file, 6);
    std::uint32_t height = le16(file, 8);
    std::size_t at = 13 + table(10);
    while (at < file.size() && frames < 2) {
        const std::uint32_t kind = u8(file, at);
        if (kind == 0x21) {
            if (u8(file, at + 1) == 0xf9 && frames == 0 && (u8(file, at + 3) & 1)) info.transparent = true;
            at = skip_sub_blocks(file, at + 2);
        } else if (kind == 0x2c) {
            ++frames;
            if (width == 0) width = le16(file, at + 5);
            if (height == 0) height = le16(file, at + 7);
            if (le16(file, at + 5) < width || le16(file, at + 7) < height) info.transparent = true;
            at = skip_sub_blocks(file, at + 10 + table(at + 9) + 1);
        } else {
            break;
        }
    }
    if (frames == 0) return Failure{"is damaged: it holds no frame"};
    info.animated = frames > 1;
    return checked(info, width, height);
}

std::variant<Info, Failure> probe_webp(Bytes file) {
    WebPBitstreamFeatures features{};
    if (WebPGetFeatures(reinterpret_cast<const std::uint8_t*>(file.data()), file.size(), &features) != VP8_STATUS_OK)
        return Failure{"is damaged: its header can't be read"};
    Info info;
    info.format = Format::webp;
    info.transparent = features.has_alpha != 0;
    info.animated = features.has_animation != 0;
    return checked(info, static_cast<std::uint32_t>(features.width), static_cast<std::uint32_t>(features.height));
}

std::variant<Info, Failure> probe(std::span<const std::byte> file) {
    if (file.empty()) return Failure{"is an empty file"};
    const std::optional<Format> format = sniff(file);
    if (!format) return Failure{"is of no kind that is known"};
    switch (*format) {
        case Format::jpeg:
            return probe_jpeg(file);
        case Format::png:
            return probe_png(file);
        case Format::gif:
            return probe_gif(file);
        case Format::webp:
            return probe_webp(file);
        case Format::bmp:
            return probe_bmp(file);
        case Format::svg:
            return probe_svg(file);
        case Format::tiff:
            return Failure{"is a TIFF, a kind that is not supported"};
        case Format::avif:
            return Failure{"is an AVIF, a kind that is not supported"};
    }
    return Failure{"is of no kind that is known"};
}

}  // namespace notes_export::image
