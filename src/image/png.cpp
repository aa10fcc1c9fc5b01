#include <png.h>

#include <csetjmp>
#include <cstring>

#include "image/colour.hpp"
#include "image/decoders.hpp"

namespace notes_export::image {
namespace {

struct Reader {
    png_structp png = nullptr;
    png_infop info = nullptr;
    Bytes file;
    std::size_t at = 0;
    std::jmp_buf jump;
    char message[160] = {};
    int passes = 1;

    explicit Reader(Bytes bytes) : file(bytes) {}
    ~Reader() { png_destroy_read_struct(&png, &info, nullptr); }
    Reader(const Reader&) = delete;
};

// libpng reports a fatal error by a call that must not return: it jumps back. The functions that set the jump hold no
// object with a destructor; whatever owns memory lives in their callers.
[[noreturn]] void leave(png_structp png, png_const_charp message) {
    auto* reader = static_cast<Reader*>(png_get_error_ptr(png));
    std::strncpy(reader->message, message, sizeof reader->message - 1);
    std::longjmp(reader->jump, 1);
}

void stay_silent(png_structp, png_const_charp) {}

void supply(png_structp png, png_bytep to, std::size_t size) {
    auto* reader = static_cast<Reader*>(png_get_io_ptr(png));
    if (size > reader->file.size() - reader->at) png_error(png, "the file ends early");
    std::memcpy(to, reader->file.data() + reader->at, size);
    reader->at += size;
}

/// Reads the header and asks for 8 bit grey or RGB, each with or without alpha. False when the file can't be decoded.
bool start(Reader& reader) {
    if (setjmp(reader.jump)) return false;
    reader.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reader, leave, stay_silent);
    if (!reader.png) return false;
    reader.info = png_create_info_struct(reader.png);
    if (!reader.info) return false;
    png_set_read_fn(reader.png, &reader, supply);
    // A wrong checksum is no reason to show nothing.
    png_set_crc_action(reader.png, PNG_CRC_QUIET_USE, PNG_CRC_QUIET_USE);
    png_set_user_limits(reader.png, 1'000'000, 1'000'000);
    png_set_benign_errors(reader.png, 1);
    png_read_info(reader.png, reader.info);
    png_set_expand(reader.png);
    png_set_scale_16(reader.png);
    double gamma = 0;
    const bool profiled = png_get_valid(reader.png, reader.info, PNG_INFO_iCCP | PNG_INFO_sRGB) != 0;
    if (!profiled && png_get_gAMA(reader.png, reader.info, &gamma) && gamma > 0.01)
        png_set_gamma(reader.png, PNG_DEFAULT_sRGB, gamma);
    reader.passes = png_set_interlace_handling(reader.png);
    png_read_update_info(reader.png, reader.info);
    return true;
}

/// Rows into `pixels`, which has room for all. False when the file gave out before the end of the first row.
bool read_rows(Reader& reader, unsigned char* pixels) {
    volatile bool any = false;
    if (setjmp(reader.jump)) return any;
    const std::size_t stride = png_get_rowbytes(reader.png, reader.info);
    const png_uint_32 height = png_get_image_height(reader.png, reader.info);
    for (int pass = 0; pass < reader.passes; ++pass)
        for (png_uint_32 y = 0; y < height; ++y) {
            // Passes of an interlaced picture fill in what the ones before have left rough.
            png_read_row(reader.png, reader.passes > 1 ? nullptr : pixels + y * stride,
                         reader.passes > 1 ? pixels + y * stride : nullptr);
            any = true;
        }
    return true;
}

Bytes colour_profile(const Reader& reader) {
    png_charp name = nullptr;
    int compression = 0;
    png_bytep profile = nullptr;
    png_uint_32 size = 0;
    if (!png_get_iCCP(reader.png, reader.info, &name, &compression, &profile, &size)) return {};
    return {reinterpret_cast<const std::byte*>(profile), size};
}

}  // namespace

std::variant<Raster, Failure> decode_png(Bytes file) {
    Reader reader(file);
    if (!start(reader)) return Failure{std::string("is damaged: ") + reader.message};
    const std::size_t channels = png_get_channels(reader.png, reader.info);
    const std::size_t width = png_get_image_width(reader.png, reader.info);
    const std::size_t height = png_get_image_height(reader.png, reader.info);
    if (png_get_rowbytes(reader.png, reader.info) != width * channels) return Failure{"is damaged"};

    // What a damaged file does not hold stays white, or open where there is alpha.
    const bool translucent = channels == 2 || channels == 4;
    std::vector<std::byte> samples(width * height * channels, translucent ? std::byte{0} : std::byte{255});
    if (!read_rows(reader, reinterpret_cast<unsigned char*>(samples.data())))
        return Failure{std::string("is damaged: ") + reader.message};

    Raster raster{static_cast<int>(width), static_cast<int>(height), channels >= 3 ? 3 : 1, {}, {}};
    if (translucent) {
        const std::size_t colours = channels - 1;
        raster.pixels.resize(width * height * colours);
        raster.alpha.resize(width * height);
        for (std::size_t i = 0; i < width * height; ++i) {
            for (std::size_t c = 0; c < colours; ++c) raster.pixels[i * colours + c] = samples[i * channels + c];
            raster.alpha[i] = samples[i * channels + colours];
        }
    } else {
        raster.pixels = std::move(samples);
    }
    to_srgb(raster.pixels, raster.channels, colour_profile(reader));
    return raster;
}

}  // namespace notes_export::image
