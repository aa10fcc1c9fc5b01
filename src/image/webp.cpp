#include <webp/decode.h>
#include <webp/demux.h>

#include <memory>

#include "image/decoders.hpp"

namespace notes_export::image {
namespace {

Raster from_rgba(const std::uint8_t* rgba, int width, int height) {
    const std::size_t count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    Raster raster{width, height, 3, std::vector<std::byte>(count * 3), std::vector<std::byte>(count)};
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t c = 0; c < 3; ++c) raster.pixels[i * 3 + c] = std::byte{rgba[i * 4 + c]};
        raster.alpha[i] = std::byte{rgba[i * 4 + 3]};
    }
    return raster;
}

std::variant<Raster, Failure> first_frame(const WebPData& data) {
    const std::unique_ptr<WebPAnimDecoder, decltype(&WebPAnimDecoderDelete)> decoder(WebPAnimDecoderNew(&data, nullptr),
                                                                                     WebPAnimDecoderDelete);
    WebPAnimInfo info{};
    std::uint8_t* pixels = nullptr;
    int time = 0;
    if (!decoder || !WebPAnimDecoderGetInfo(decoder.get(), &info) ||
        !WebPAnimDecoderGetNext(decoder.get(), &pixels, &time))
        return Failure{"is damaged: its first frame can't be read"};
    return from_rgba(pixels, static_cast<int>(info.canvas_width), static_cast<int>(info.canvas_height));
}

}  // namespace

std::variant<Raster, Failure> decode_webp(Bytes file) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(file.data());
    WebPDecoderConfig config;
    if (!WebPInitDecoderConfig(&config) || WebPGetFeatures(bytes, file.size(), &config.input) != VP8_STATUS_OK)
        return Failure{"is damaged: its header can't be read"};
    if (config.input.has_animation) return first_frame({bytes, file.size()});

    // The incremental decoder keeps the rows that a truncated file still gave.
    const int width = config.input.width;
    const int height = config.input.height;
    const std::size_t stride = static_cast<std::size_t>(width) * 4;
    std::vector<std::uint8_t> rgba(stride * static_cast<std::size_t>(height));
    const std::unique_ptr<WebPIDecoder, decltype(&WebPIDelete)> decoder(
        WebPINewRGB(MODE_RGBA, rgba.data(), rgba.size(), static_cast<int>(stride)), WebPIDelete);
    if (!decoder) return Failure{"can't be decoded"};
    const VP8StatusCode status = WebPIUpdate(decoder.get(), bytes, file.size());
    int rows = 0;
    WebPIDecGetRGB(decoder.get(), &rows, nullptr, nullptr, nullptr);
    if (status != VP8_STATUS_OK && rows <= 0) return Failure{"is damaged"};
    return from_rgba(rgba.data(), width, height);
}

}  // namespace notes_export::image
