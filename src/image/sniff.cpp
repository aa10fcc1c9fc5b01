#include "image/decoders.hpp"
#include "image/svg_prolog.hpp"

namespace notes_export::image {

std::optional<Format> sniff(Bytes file) {
    using namespace std::string_view_literals;
    if (has(file, 0, "\xff\xd8\xff"sv)) return Format::jpeg;
    if (has(file, 0, "\x89PNG\r\n\x1a\n"sv)) return Format::png;
    if (has(file, 0, "GIF87a"sv) || has(file, 0, "GIF89a"sv)) return Format::gif;
    if (has(file, 0, "RIFF"sv) && has(file, 8, "WEBP"sv)) return Format::webp;
    if (has(file, 0, "BM"sv) && le32(file, 14) >= 12 && le32(file, 14) <= 256) return Format::bmp;
    if (has(file, 0, "II*\0"sv) || has(file, 0, "MM\0*"sv)) return Format::tiff;
    if (has(file, 4, "ftypavif"sv) || has(file, 4, "ftypavis"sv)) return Format::avif;
    // Gzip: the only picture that comes so is an SVG (.svgz); drawing it will tell.
    if (has(file, 0, "\x1f\x8b\x08"sv) || svg_root(as_text(file))) return Format::svg;
    return std::nullopt;
}

}  // namespace notes_export::image
