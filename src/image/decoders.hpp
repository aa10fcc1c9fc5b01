/// One decoder a format; `decode` chooses among them. Each gives the picture as stored: orientation and limits are
/// applied afterwards, but a decoder that can work at a smaller scale may use the limits.
#pragma once

#include <optional>
#include <variant>

#include "image/bytes.hpp"
#include "image/image.hpp"

namespace notes_export::image {

/// Beyond it a picture is refused: a file of a few bytes can claim any size.
inline constexpr std::int64_t most_pixels = 100'000'000;

/// What the first bytes say; nothing when no format is known to begin like that.
std::optional<Format> sniff(Bytes file);

std::variant<Info, Failure> probe_jpeg(Bytes file);
std::variant<Info, Failure> probe_png(Bytes file);
std::variant<Info, Failure> probe_gif(Bytes file);
std::variant<Info, Failure> probe_webp(Bytes file);
std::variant<Info, Failure> probe_bmp(Bytes file);
std::variant<Info, Failure> probe_svg(Bytes file);

std::variant<Raster, Failure> decode_jpeg(Bytes file, const Info& info, DecodeLimits limits);
std::variant<Raster, Failure> decode_png(Bytes file);
std::variant<Raster, Failure> decode_gif(Bytes file);
std::variant<Raster, Failure> decode_webp(Bytes file);
std::variant<Raster, Failure> decode_bmp(Bytes file);
std::variant<Raster, Failure> draw_svg(Bytes file, const Info& info, DecodeLimits limits);

}  // namespace notes_export::image
