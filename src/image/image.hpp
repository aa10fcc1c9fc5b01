/// Pictures: what a file is, its pixels, and encoding them again. Knows nothing of books.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace notes_export::image {

enum class Format { jpeg, png, gif, webp, svg, bmp, tiff, avif };

/// What the first bytes say, whatever the file's name claims.
struct Info {
    Format format = Format::png;
    int width = 0;  ///< CSS pixels as a browser shows it, orientation applied
    int height = 0;
    bool cmyk = false;         ///< JPEG with four components
    bool transparent = false;  ///< has an alpha channel or a transparent colour
    bool animated = false;
    int orientation = 1;  ///< EXIF, 1 to 8
};

/// Why a picture can't be used; a phrase that fits behind "picture ".
struct Failure {
    std::string reason;
};

std::variant<Info, Failure> probe(std::span<const std::byte> file);

/// Pixels, rows from the top, without padding.
struct Raster {
    int width = 0;
    int height = 0;
    int channels = 3;               ///< 1 grey or 3 sRGB
    std::vector<std::byte> pixels;  ///< width * height * channels
    std::vector<std::byte> alpha;   ///< width * height, empty when opaque
};

/// Decodes any format, orientation applied, colours in sRGB, the first frame of an animation. A picture larger than
/// the limits is scaled down to fit them (an SVG is drawn as large as they allow, or at its own size if `natural`).
/// A damaged file gives what can still be read of it.
struct DecodeLimits {
    int max_width = 4096;
    int max_height = 4096;
    bool natural = false;  ///< an SVG at its own size where that is less
};
std::variant<Raster, Failure> decode(std::span<const std::byte> file, DecodeLimits limits = {});

std::vector<std::byte> encode_png(const Raster& raster);
/// Alpha is laid on white.
std::vector<std::byte> encode_jpeg(const Raster& raster, int quality = 85);

/// An SVG that is safe in a book: well-formed, no script, no DOCTYPE, no outside references.
std::variant<std::string, Failure> clean_svg(std::string_view svg);

/// Bytes of a file, or why not.
std::variant<std::vector<std::byte>, Failure> read_file(const std::string& path);

}  // namespace notes_export::image
