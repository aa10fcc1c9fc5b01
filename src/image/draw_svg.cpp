#include <cairo.h>
#include <librsvg/rsvg.h>

#include <cmath>
#include <memory>

#include "image/decoders.hpp"

namespace notes_export::image {
namespace {

struct Release {
    void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
    void operator()(GError* error) const { g_error_free(error); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
template <class Thing>
using Owned = std::unique_ptr<Thing, Release>;

/// Without a base address librsvg loads nothing from outside the file.
Owned<RsvgHandle> open(std::string_view svg) {
    GError* error = nullptr;
    Owned<RsvgHandle> handle(
        rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &error));
    const Owned<GError> owned(error);
    return handle;
}

/// Cairo's pixels are native 32 bit words, colours multiplied with their opacity.
Raster from_surface(cairo_surface_t* surface) {
    cairo_surface_flush(surface);
    const int width = cairo_image_surface_get_width(surface);
    const int height = cairo_image_surface_get_height(surface);
    const unsigned char* data = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    const std::size_t count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    Raster raster{width, height, 3, {}, {}};
    raster.pixels.reserve(count * 3);
    raster.alpha.reserve(count);
    for (int y = 0; y < height; ++y) {
        const auto* row = reinterpret_cast<const std::uint32_t*>(data + static_cast<std::ptrdiff_t>(y) * stride);
        for (int x = 0; x < width; ++x) {
            const std::uint32_t pixel = row[x];
            const std::uint32_t alpha = pixel >> 24;
            for (const int shift : {16, 8, 0}) {
                const std::uint32_t value = pixel >> shift & 255;
                raster.pixels.push_back(static_cast<std::byte>(alpha ? (value * 255 + alpha / 2) / alpha : 255));
            }
            raster.alpha.push_back(static_cast<std::byte>(alpha));
        }
    }
    return raster;
}

}  // namespace

std::variant<Raster, Failure> draw_svg(Bytes file, const Info& info, DecodeLimits limits) {
    // librsvg shows nothing of HTML in a drawing; cleaning makes labels of it.
    Owned<RsvgHandle> handle;
    if (as_text(file).find("<foreignObject") == std::string_view::npos) handle = open(as_text(file));
    std::variant<std::string, Failure> cleaned;
    if (!handle) {
        // Browsers forgive what librsvg does not, a missing namespace above all.
        cleaned = clean_svg(as_text(file));
        if (const Failure* failure = std::get_if<Failure>(&cleaned)) return *failure;
        handle = open(std::get<std::string>(cleaned));
    }
    if (!handle) return Failure{"is no SVG that can be drawn"};

    double scale = std::min(static_cast<double>(limits.max_width) / info.width,
                            static_cast<double>(limits.max_height) / info.height);
    if (limits.natural) scale = std::min(scale, 1.0);
    const int width = std::max(1, static_cast<int>(std::lround(info.width * scale)));
    const int height = std::max(1, static_cast<int>(std::lround(info.height * scale)));
    const Owned<cairo_surface_t> surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height));
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return Failure{"is too large to be drawn"};
    const Owned<cairo_t> cairo(cairo_create(surface.get()));
    const RsvgRectangle viewport{0, 0, static_cast<double>(width), static_cast<double>(height)};
    GError* error = nullptr;
    const bool drawn = rsvg_handle_render_document(handle.get(), cairo.get(), &viewport, &error);
    const Owned<GError> owned(error);
    if (!drawn) return Failure{"is no SVG that can be drawn"};
    return from_surface(surface.get());
}

}  // namespace notes_export::image
