#include <csetjmp>
#include <cstdio>
#include <cstdlib>
// jpeglib.h needs FILE and size_t before it.
#include <jpeglib.h>

#include <memory>

#include "image/colour.hpp"
#include "image/decoders.hpp"
#include "image/raster.hpp"

namespace notes_export::image {
namespace {

/// libjpeg reports a fatal error by a call that must not return: it jumps back. The functions that set the jump hold
/// no object with a destructor; whatever owns memory lives in their callers.
struct Errors {
    jpeg_error_mgr base;
    std::jmp_buf jump;
    char message[JMSG_LENGTH_MAX];
};

[[noreturn]] void leave(j_common_ptr info) {
    auto* errors = reinterpret_cast<Errors*>(info->err);
    errors->base.format_message(info, errors->message);
    std::longjmp(errors->jump, 1);
}

void stay_silent(j_common_ptr, int) {}

jpeg_error_mgr* watch(Errors& errors) {
    jpeg_std_error(&errors.base);
    errors.base.error_exit = leave;
    errors.base.emit_message = stay_silent;
    errors.message[0] = '\0';
    return &errors.base;
}

struct Decompressor {
    jpeg_decompress_struct info{};
    Errors errors;
    unsigned char* profile = nullptr;
    unsigned profile_size = 0;

    Decompressor() { info.err = watch(errors); }
    ~Decompressor() {
        jpeg_destroy_decompress(&info);
        std::free(profile);
    }
    Decompressor(const Decompressor&) = delete;
};

/// Everything up to the first row, at 1/`denominator` of the size. False when the file can't be decoded.
bool start(Decompressor& decompressor, Bytes file, unsigned denominator) {
    jpeg_decompress_struct& info = decompressor.info;
    if (setjmp(decompressor.errors.jump)) return false;
    jpeg_create_decompress(&info);
    jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(file.data()), file.size());
    jpeg_save_markers(&info, JPEG_APP0 + 2, 0xffff);
    jpeg_read_header(&info, TRUE);
    jpeg_read_icc_profile(&info, &decompressor.profile, &decompressor.profile_size);
    info.scale_num = 1;
    info.scale_denom = denominator;
    if (info.num_components == 1)
        info.out_color_space = JCS_GRAYSCALE;
    else if (info.num_components == 4)
        info.out_color_space = JCS_CMYK;
    else
        info.out_color_space = JCS_RGB;
    jpeg_start_decompress(&info);
    return true;
}

/// Rows into `pixels`, which has room for all. Returns how many there were before the file gave out.
unsigned read_rows(Decompressor& decompressor, unsigned char* pixels) {
    jpeg_decompress_struct& info = decompressor.info;
    const std::size_t stride = std::size_t{info.output_width} * static_cast<std::size_t>(info.output_components);
    if (setjmp(decompressor.errors.jump)) return info.output_scanline;
    while (info.output_scanline < info.output_height) {
        JSAMPROW row = pixels + stride * info.output_scanline;
        jpeg_read_scanlines(&info, &row, 1);
    }
    return info.output_scanline;
}

/// The largest of libjpeg's fast reductions that still gives as many pixels as will be kept.
unsigned reduction(const Info& info, DecodeLimits limits) {
    const bool turned = info.orientation >= 5;
    const PixelSize kept = fitted(info.width, info.height, limits);
    const int width = turned ? info.height : info.width;
    const int wanted = turned ? kept.height : kept.width;
    unsigned denominator = 1;
    while (denominator < 8 && width / static_cast<int>(denominator * 2) >= wanted) denominator *= 2;
    return denominator;
}

struct Compressor {
    jpeg_compress_struct info{};
    Errors errors;
    unsigned char* bytes = nullptr;
    unsigned long size = 0;

    Compressor() { info.err = watch(errors); }
    ~Compressor() {
        jpeg_destroy_compress(&info);
        std::free(bytes);
    }
    Compressor(const Compressor&) = delete;
};

bool compress(Compressor& compressor, const Raster& raster, int quality) {
    jpeg_compress_struct& info = compressor.info;
    if (setjmp(compressor.errors.jump)) return false;
    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, &compressor.bytes, &compressor.size);
    info.image_width = static_cast<JDIMENSION>(raster.width);
    info.image_height = static_cast<JDIMENSION>(raster.height);
    info.input_components = raster.channels;
    info.in_color_space = raster.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, quality, TRUE);
    info.optimize_coding = TRUE;
    jpeg_start_compress(&info, TRUE);
    const std::size_t stride = std::size_t{info.image_width} * static_cast<std::size_t>(raster.channels);
    while (info.next_scanline < info.image_height) {
        // libjpeg does not write to the rows it is given, but its interface is older than const.
        JSAMPROW row = const_cast<JSAMPROW>(reinterpret_cast<const unsigned char*>(raster.pixels.data())) +
                       stride * info.next_scanline;
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    return true;
}

}  // namespace

std::variant<Raster, Failure> decode_jpeg(Bytes file, const Info& info, DecodeLimits limits) {
    Decompressor decompressor;
    if (!start(decompressor, file, reduction(info, limits)))
        return Failure{std::string("is damaged: ") + decompressor.errors.message};
    const int channels = decompressor.info.output_components;
    Raster raster{static_cast<int>(decompressor.info.output_width),
                  static_cast<int>(decompressor.info.output_height),
                  channels,
                  {},
                  {}};
    // What a damaged file does not hold stays grey.
    raster.pixels.assign(std::size_t{decompressor.info.output_width} * decompressor.info.output_height *
                             static_cast<std::size_t>(channels),
                         std::byte{128});
    if (read_rows(decompressor, reinterpret_cast<unsigned char*>(raster.pixels.data())) == 0)
        return Failure{std::string("is damaged: ") + decompressor.errors.message};

    const Bytes profile(reinterpret_cast<const std::byte*>(decompressor.profile), decompressor.profile_size);
    if (channels == 4) {
        // Adobe's programs store CMYK upside down, and say so by their marker.
        if (decompressor.info.saw_Adobe_marker)
            for (std::byte& value : raster.pixels) value = ~value;
        raster.pixels = cmyk_to_srgb(raster.pixels, profile);
        raster.channels = 3;
    } else {
        to_srgb(raster.pixels, channels, profile);
    }
    return raster;
}

std::vector<std::byte> encode_jpeg(const Raster& raster, int quality) {
    if (!raster.alpha.empty()) return encode_jpeg(flattened(raster), quality);
    Compressor compressor;
    if (!compress(compressor, raster, quality)) return {};
    const auto* bytes = reinterpret_cast<const std::byte*>(compressor.bytes);
    return {bytes, bytes + compressor.size};
}

}  // namespace notes_export::image
