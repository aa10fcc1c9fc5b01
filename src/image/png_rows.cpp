#include "image/png_rows.hpp"

#include <array>
#include <cstdlib>
#include <unordered_map>

namespace notes_export::image {
namespace {

int paeth(int left, int above, int corner) {
    const int estimate = left + above - corner;
    const int by_left = std::abs(estimate - left);
    const int by_above = std::abs(estimate - above);
    const int by_corner = std::abs(estimate - corner);
    if (by_left <= by_above && by_left <= by_corner) return left;
    return by_above <= by_corner ? above : corner;
}

}  // namespace

std::vector<std::byte> filter_rows(Bytes rows, std::size_t stride, std::size_t pixel) {
    const std::size_t height = stride ? rows.size() / stride : 0;
    std::vector<std::byte> result;
    result.reserve((stride + 1) * height);
    const std::vector<std::byte> nothing(stride);
    std::array<std::vector<std::byte>, 5> candidates;
    for (auto& candidate : candidates) candidate.resize(stride);
    for (std::size_t y = 0; y < height; ++y) {
        const std::byte* row = rows.data() + y * stride;
        const std::byte* before = y ? row - stride : nothing.data();
        std::array<std::size_t, 5> cost{};
        for (std::size_t x = 0; x < stride; ++x) {
            const int value = std::to_integer<int>(row[x]);
            const int left = x >= pixel ? std::to_integer<int>(row[x - pixel]) : 0;
            const int above = std::to_integer<int>(before[x]);
            const int corner = x >= pixel ? std::to_integer<int>(before[x - pixel]) : 0;
            const std::array<int, 5> filtered{value, value - left, value - above, value - (left + above) / 2,
                                              value - paeth(left, above, corner)};
            for (std::size_t f = 0; f < 5; ++f) {
                const auto byte = static_cast<std::uint8_t>(filtered[f]);
                candidates[f][x] = std::byte{byte};
                cost[f] += byte < 128 ? byte : 256U - byte;
            }
        }
        std::size_t best = 0;
        for (std::size_t f = 1; f < 5; ++f)
            if (cost[f] < cost[best]) best = f;
        result.push_back(static_cast<std::byte>(best));
        result.insert(result.end(), candidates[best].begin(), candidates[best].end());
    }
    return result;
}

std::optional<Indexed> indexed(const Raster& raster) {
    if (raster.channels != 3 || !raster.alpha.empty()) return std::nullopt;
    Indexed result;
    std::unordered_map<std::uint32_t, std::byte> numbers;
    const std::size_t count = raster.pixels.size() / 3;
    result.indices.reserve(count);
    std::uint32_t last = UINT32_MAX;
    std::byte number{};
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t colour = be16(raster.pixels, i * 3) << 8 | u8(raster.pixels, i * 3 + 2);
        if (colour != last) {
            const auto [found, is_new] = numbers.try_emplace(colour, static_cast<std::byte>(numbers.size()));
            if (is_new) {
                if (numbers.size() > 256) return std::nullopt;
                result.palette.insert(result.palette.end(), &raster.pixels[i * 3], &raster.pixels[i * 3] + 3);
            }
            last = colour;
            number = found->second;
        }
        result.indices.push_back(number);
    }
    return result;
}

}  // namespace notes_export::image
