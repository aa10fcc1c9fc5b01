#include "image/raster.hpp"

#include <algorithm>
#include <cmath>

namespace notes_export::image {
namespace {

/// For each new pixel: the old ones it covers and how much of each; the shares of one pixel add up to 1.
struct Coverage {
    std::vector<int> first;
    std::vector<int> count;
    std::vector<float> share;  ///< of all pixels, one after another
};

Coverage coverage(int from, int to) {
    Coverage result;
    const double step = static_cast<double>(from) / to;
    for (int i = 0; i < to; ++i) {
        const double begin = i * step;
        const double end = std::min((i + 1) * step, static_cast<double>(from));
        const int first = static_cast<int>(begin);
        const int last = std::clamp(static_cast<int>(std::ceil(end)), first + 1, from);
        result.first.push_back(first);
        result.count.push_back(last - first);
        for (int j = first; j < last; ++j)
            result.share.push_back(
                static_cast<float>((std::min(end, j + 1.0) - std::max(begin, static_cast<double>(j))) / step));
    }
    return result;
}

std::byte rounded(float value) {
    return static_cast<std::byte>(std::clamp(std::lround(value), 0L, 255L));
}

/// One row of a picture, averaged to the new width: colours multiplied with their opacity, then opacity.
void average_row(const Raster& raster, int y, const Coverage& columns, std::vector<float>& out) {
    const auto channels = static_cast<std::size_t>(raster.channels);
    const bool translucent = !raster.alpha.empty();
    const std::size_t stride = channels + (translucent ? 1 : 0);
    const std::size_t row = static_cast<std::size_t>(y) * static_cast<std::size_t>(raster.width);
    const float* share = columns.share.data();
    for (std::size_t x = 0; x < columns.first.size(); ++x) {
        float sum[4] = {};
        for (int j = 0; j < columns.count[x]; ++j, ++share) {
            const std::size_t at = row + static_cast<std::size_t>(columns.first[x] + j);
            float weight = *share;
            if (translucent) {
                weight *= static_cast<float>(std::to_integer<int>(raster.alpha[at])) / 255.0F;
                sum[channels] += weight;
            }
            for (std::size_t c = 0; c < channels; ++c)
                sum[c] += weight * static_cast<float>(std::to_integer<int>(raster.pixels[at * channels + c]));
        }
        std::copy_n(sum, stride, out.begin() + static_cast<std::ptrdiff_t>(x * stride));
    }
}

}  // namespace

PixelSize fitted(int width, int height, DecodeLimits limits) {
    const double scale =
        std::min({1.0, static_cast<double>(limits.max_width) / width, static_cast<double>(limits.max_height) / height});
    if (scale >= 1) return {width, height};
    return {std::max(1, static_cast<int>(std::lround(width * scale))),
            std::max(1, static_cast<int>(std::lround(height * scale)))};
}

Raster shrink(const Raster& raster, PixelSize size) {
    if (size.width >= raster.width && size.height >= raster.height) return raster;
    const Coverage columns = coverage(raster.width, size.width);
    const Coverage rows = coverage(raster.height, size.height);
    const auto channels = static_cast<std::size_t>(raster.channels);
    const bool translucent = !raster.alpha.empty();
    const std::size_t stride = channels + (translucent ? 1 : 0);
    const auto width = static_cast<std::size_t>(size.width);

    Raster result{size.width, size.height, raster.channels, {}, {}};
    result.pixels.reserve(width * static_cast<std::size_t>(size.height) * channels);
    std::vector<float> row(width * stride);
    std::vector<float> sum(width * stride);
    int averaged = -1;  // the row that `row` holds: neighbours share the one they both cover
    const float* share = rows.share.data();
    for (std::size_t y = 0; y < rows.first.size(); ++y) {
        std::fill(sum.begin(), sum.end(), 0.0F);
        for (int j = 0; j < rows.count[y]; ++j, ++share) {
            if (const int source = rows.first[y] + j; source != averaged) {
                average_row(raster, source, columns, row);
                averaged = source;
            }
            for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += *share * row[i];
        }
        for (std::size_t x = 0; x < width; ++x) {
            const float opacity = translucent ? sum[x * stride + channels] : 1;
            for (std::size_t c = 0; c < channels; ++c)
                result.pixels.push_back(opacity > 0 ? rounded(sum[x * stride + c] / opacity) : std::byte{255});
            if (translucent) result.alpha.push_back(rounded(opacity * 255));
        }
    }
    return result;
}

Raster oriented(Raster raster, int orientation) {
    if (orientation <= 1 || orientation > 8) return raster;
    const bool turned = orientation >= 5;
    const int width = turned ? raster.height : raster.width;
    const int height = turned ? raster.width : raster.height;
    const auto channels = static_cast<std::size_t>(raster.channels);
    Raster result{width, height, raster.channels, std::vector<std::byte>(raster.pixels.size()),
                  std::vector<std::byte>(raster.alpha.size())};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            int from_x = turned ? y : x;
            int from_y = turned ? x : y;
            if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8)
                from_x = raster.width - 1 - from_x;
            if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7)
                from_y = raster.height - 1 - from_y;
            const auto from = static_cast<std::size_t>(from_y) * static_cast<std::size_t>(raster.width) +
                              static_cast<std::size_t>(from_x);
            const auto to = static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
            std::copy_n(raster.pixels.begin() + static_cast<std::ptrdiff_t>(from * channels), channels,
                        result.pixels.begin() + static_cast<std::ptrdiff_t>(to * channels));
            if (!raster.alpha.empty()) result.alpha[to] = raster.alpha[from];
        }
    return result;
}

Raster simplified(Raster raster) {
    if (std::ranges::all_of(raster.alpha, [](std::byte a) { return a == std::byte{255}; })) raster.alpha.clear();
    if (raster.channels != 3) return raster;
    for (std::size_t i = 0; i + 2 < raster.pixels.size(); i += 3)
        if (raster.pixels[i] != raster.pixels[i + 1] || raster.pixels[i] != raster.pixels[i + 2]) return raster;
    for (std::size_t i = 0; i < raster.pixels.size() / 3; ++i) raster.pixels[i] = raster.pixels[i * 3];
    raster.pixels.resize(raster.pixels.size() / 3);
    raster.channels = 1;
    return raster;
}

Raster without_colour(Raster raster) {
    if (raster.channels == 1) return raster;
    // Luma of ITU-R BT.709 in 1/256.
    constexpr unsigned red = 54, green = 183, blue = 19;
    const std::size_t pixels = raster.pixels.size() / 3;
    const auto value = [&](std::size_t at) { return std::to_integer<unsigned>(raster.pixels[at]); };
    for (std::size_t i = 0; i < pixels; ++i)
        raster.pixels[i] =
            static_cast<std::byte>((red * value(3 * i) + green * value(3 * i + 1) + blue * value(3 * i + 2)) / 256);
    raster.pixels.resize(pixels);
    raster.channels = 1;
    return raster;
}

Raster flattened(Raster raster) {
    const auto channels = static_cast<std::size_t>(raster.channels);
    for (std::size_t i = 0; i < raster.alpha.size(); ++i) {
        const int alpha = std::to_integer<int>(raster.alpha[i]);
        for (std::size_t c = 0; c < channels; ++c) {
            std::byte& value = raster.pixels[i * channels + c];
            value = static_cast<std::byte>((std::to_integer<int>(value) * alpha + 255 * (255 - alpha) + 127) / 255);
        }
    }
    raster.alpha.clear();
    return raster;
}

}  // namespace notes_export::image
