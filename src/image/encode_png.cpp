#include <libdeflate.h>

#include <memory>
#include <stdexcept>

#include "image/png_rows.hpp"

namespace notes_export::image {
namespace {

void put32(std::vector<std::byte>& out, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<std::byte>(value >> shift & 255));
}

void put_chunk(std::vector<std::byte>& out, std::string_view type, Bytes data) {
    put32(out, static_cast<std::uint32_t>(data.size()));
    const std::size_t begin = out.size();
    for (const char c : type) out.push_back(static_cast<std::byte>(c));
    out.insert(out.end(), data.begin(), data.end());
    put32(out, libdeflate_crc32(0, out.data() + begin, out.size() - begin));
}

std::vector<std::byte> deflated(Bytes data) {
    const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> packer(
        libdeflate_alloc_compressor(6), libdeflate_free_compressor);
    if (!packer) throw std::bad_alloc();
    std::vector<std::byte> out(libdeflate_zlib_compress_bound(packer.get(), data.size()));
    out.resize(libdeflate_zlib_compress(packer.get(), data.data(), data.size(), out.data(), out.size()));
    return out;
}

/// Colours and opacity side by side, as a PNG's rows have them.
std::vector<std::byte> interleaved(const Raster& raster) {
    if (raster.alpha.empty()) return raster.pixels;
    const auto channels = static_cast<std::size_t>(raster.channels);
    std::vector<std::byte> samples;
    samples.reserve(raster.pixels.size() + raster.alpha.size());
    for (std::size_t i = 0; i < raster.alpha.size(); ++i) {
        for (std::size_t c = 0; c < channels; ++c) samples.push_back(raster.pixels[i * channels + c]);
        samples.push_back(raster.alpha[i]);
    }
    return samples;
}

/// Indices stand in no order that a difference could use: no filter (ISO 15948, 12.8).
std::vector<std::byte> unfiltered(Bytes rows, std::size_t stride) {
    std::vector<std::byte> result;
    result.reserve(rows.size() + rows.size() / stride);
    for (std::size_t at = 0; at < rows.size(); at += stride) {
        result.push_back(std::byte{0});
        const Bytes row = rows.subspan(at, stride);
        result.insert(result.end(), row.begin(), row.end());
    }
    return result;
}

}  // namespace

std::vector<std::byte> encode_png(const Raster& raster) {
    const std::optional<Indexed> palette = indexed(raster);
    const auto width = static_cast<std::size_t>(raster.width);
    const auto channels = static_cast<std::size_t>(raster.channels) + (raster.alpha.empty() ? 0 : 1);
    int type = raster.channels == 1 ? 0 : 2;
    if (!raster.alpha.empty()) type += 4;
    if (palette) type = 3;

    std::vector<std::byte> header;
    put32(header, static_cast<std::uint32_t>(raster.width));
    put32(header, static_cast<std::uint32_t>(raster.height));
    for (const int value : {8, type, 0, 0, 0}) header.push_back(static_cast<std::byte>(value));

    std::vector<std::byte> out;
    for (const char value : std::string_view("\x89PNG\r\n\x1a\n")) out.push_back(static_cast<std::byte>(value));
    put_chunk(out, "IHDR", header);
    if (palette) {
        put_chunk(out, "PLTE", palette->palette);
        put_chunk(out, "IDAT", deflated(unfiltered(palette->indices, width)));
    } else {
        put_chunk(out, "IDAT", deflated(filter_rows(interleaved(raster), width * channels, channels)));
    }
    put_chunk(out, "IEND", {});
    return out;
}

}  // namespace notes_export::image
