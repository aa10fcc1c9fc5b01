#include "epub/pictures.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <span>
#include <utility>
#include <variant>

#include "image/image.hpp"
#include "support/parallel.hpp"

namespace notes_export::epub {
namespace {

using Bytes = std::vector<std::byte>;

constexpr double most_pixels = 5'600'000;

struct Made {
    std::string media_type, ending, bytes;
    int width = 0, height = 0;
};

std::string text_of(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

bool is_too_large(const image::Info& info) {
    return static_cast<double>(info.width) * info.height > most_pixels;
}

/// Limits that keep the shape and stay below the most pixels.
image::DecodeLimits limits_for(const image::Info& info) {
    const double scale =
        is_too_large(info) ? std::sqrt(most_pixels / (static_cast<double>(info.width) * info.height)) : 1;
    const auto scaled = [&](int side) { return std::max(1, static_cast<int>(side * scale)); };
    return {scaled(info.width), scaled(info.height), true};
}

/// Few colours: a drawing or a screenshot, which JPEG would blur.
bool is_drawing(const image::Raster& raster) {
    constexpr std::size_t most = 256;
    const auto channels = static_cast<std::size_t>(raster.channels);
    std::vector<std::uint32_t> seen;
    std::uint32_t before = UINT32_MAX;
    for (std::size_t i = 0; i + channels <= raster.pixels.size(); i += channels) {
        std::uint32_t colour = 0;
        for (std::size_t c = 0; c < channels; ++c)
            colour = colour << 8 | std::to_integer<std::uint32_t>(raster.pixels[i + c]);
        if (colour == before) continue;
        before = colour;
        const auto at = std::lower_bound(seen.begin(), seen.end(), colour);
        if (at != seen.end() && *at == colour) continue;
        if (seen.size() == most) return false;
        seen.insert(at, colour);
    }
    return true;
}

/// Alpha laid on white.
void flatten(image::Raster& raster) {
    const auto channels = static_cast<std::size_t>(raster.channels);
    for (std::size_t i = 0; i < raster.alpha.size(); ++i) {
        const unsigned alpha = std::to_integer<unsigned>(raster.alpha[i]);
        if (alpha == 255) continue;
        for (std::size_t c = 0; c < channels; ++c) {
            std::byte& value = raster.pixels[i * channels + c];
            value =
                static_cast<std::byte>((std::to_integer<unsigned>(value) * alpha + 255 * (255 - alpha) + 127) / 255);
        }
    }
    raster.alpha.clear();
}

Made encoded(image::Raster raster, bool photograph) {
    flatten(raster);
    Made made;
    made.width = raster.width;
    made.height = raster.height;
    if (!photograph || is_drawing(raster)) {
        made.media_type = "image/png";
        made.ending = ".png";
        made.bytes = text_of(image::encode_png(raster));
    } else {
        made.media_type = "image/jpeg";
        made.ending = ".jpg";
        made.bytes = text_of(image::encode_jpeg(raster));
    }
    return made;
}

/// What is shown as it is.
Made as_it_is(std::span<const std::byte> file, const image::Info& info, const char* media_type, const char* ending) {
    return {media_type, ending, text_of(file), info.width, info.height};
}

std::variant<Made, image::Failure> from_svg(std::span<const std::byte> file, const image::Info& info) {
    auto clean = image::clean_svg(text_of(file));
    if (auto* svg = std::get_if<std::string>(&clean))
        return Made{"image/svg+xml", ".svg", std::move(*svg), info.width, info.height};
    return std::get<image::Failure>(clean);
}

std::variant<Made, image::Failure> convert(std::span<const std::byte> file) {
    const auto probed = image::probe(file);
    if (const auto* failure = std::get_if<image::Failure>(&probed)) return *failure;
    const auto& info = std::get<image::Info>(probed);
    const bool fits = !is_too_large(info);
    using enum image::Format;
    if (info.format == svg) return from_svg(file, info);
    if (info.format == jpeg && fits && !info.cmyk && info.orientation == 1)
        return as_it_is(file, info, "image/jpeg", ".jpg");
    if (info.format == gif && fits) return as_it_is(file, info, "image/gif", ".gif");
    if (info.format == png && fits && !info.transparent) return as_it_is(file, info, "image/png", ".png");

    auto decoded = image::decode(file, limits_for(info));
    if (const auto* failure = std::get_if<image::Failure>(&decoded)) return *failure;
    auto& raster = std::get<image::Raster>(decoded);
    if (info.format == png && fits && raster.alpha.empty()) return as_it_is(file, info, "image/png", ".png");
    Made made = encoded(std::move(raster), info.format != png && info.format != gif);
    made.width = info.width;  // at its natural size, though it may hold fewer pixels
    made.height = info.height;
    return made;
}

std::variant<Made, image::Failure> make(const Resource& resource) {
    if (resource.file.empty()) return convert(std::as_bytes(std::span(resource.bytes)));
    const auto file = image::read_file(resource.file.string());
    if (const auto* failure = std::get_if<image::Failure>(&file)) return *failure;
    return convert(std::get<Bytes>(file));
}

void warn(const Resource& resource, const std::string& reason, Diagnostics& diagnostics) {
    Diagnostic diagnostic;
    diagnostic.id = "picture-unreadable";
    diagnostic.path = resource.path;
    diagnostic.message = "picture " + reason + "; the book has its alternative text in its place";
    diagnostic.hint = "open the file in a picture viewer and save it again as PNG or JPEG";
    diagnostics.add(std::move(diagnostic));
}

}  // namespace

Pictures make_pictures(const Archive& archive, unsigned jobs, FileNames& names, Diagnostics& diagnostics) {
    std::vector<std::variant<Made, image::Failure>> made(archive.resources.size());
    parallel_for(jobs, made.size(), [&](std::size_t i) { made[i] = make(archive.resources[i]); });
    Pictures pictures(made.size());
    for (std::size_t i = 0; i < made.size(); ++i) {
        const Resource& resource = archive.resources[i];
        if (const auto* failure = std::get_if<image::Failure>(&made[i])) {
            warn(resource, failure->reason, diagnostics);
            continue;
        }
        auto& [media_type, ending, bytes, width, height] = std::get<Made>(made[i]);
        const std::string stem = std::filesystem::path(resource.path).stem().string();
        pictures[i] = Picture{names.claim("pictures/", resource.file.empty() ? "" : stem, "picture", ending),
                              media_type, std::move(bytes), width, height};
    }
    return pictures;
}

}  // namespace notes_export::epub
