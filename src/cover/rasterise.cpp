#include <cairo.h>

#include <memory>

#include "cover/cover.hpp"
#include "image/image.hpp"
#include "text/outline.hpp"
#include "text/subset.hpp"

namespace notes_export::cover {
namespace {

struct Destroy {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using Surface = std::unique_ptr<cairo_surface_t, Destroy>;
using Cairo = std::unique_ptr<cairo_t, Destroy>;

void trace(cairo_t* cairo, const std::vector<text::PathStep>& steps) {
    for (const auto& [kind, p] : steps) switch (kind) {
            case text::PathStep::Kind::move:
                cairo_move_to(cairo, p[0], p[1]);
                break;
            case text::PathStep::Kind::line:
                cairo_line_to(cairo, p[0], p[1]);
                break;
            case text::PathStep::Kind::cubic:
                cairo_curve_to(cairo, p[0], p[1], p[2], p[3], p[4], p[5]);
                break;
            case text::PathStep::Kind::close:
                cairo_close_path(cairo);
                break;
        }
}

void set_grey(cairo_t* cairo, double grey) {
    cairo_set_source_rgb(cairo, grey, grey, grey);
}

/// An emoji: its picture, in grey, as the whole cover is.
void draw_bitmap(cairo_t* cairo, const text::BitmapGlyph& glyph) {
    const auto decoded = image::decode(glyph.png);
    const auto* raster = std::get_if<image::Raster>(&decoded);
    if (!raster) return;
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, raster->width, raster->height));
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return;
    cairo_surface_flush(surface.get());
    unsigned char* data = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    const auto channels = static_cast<std::size_t>(raster->channels);
    for (int y = 0; y < raster->height; ++y)
        for (int x = 0; x < raster->width; ++x) {
            const std::size_t at =
                static_cast<std::size_t>(y) * static_cast<std::size_t>(raster->width) + static_cast<std::size_t>(x);
            const std::uint32_t alpha = raster->alpha.empty() ? 255 : std::to_integer<std::uint32_t>(raster->alpha[at]);
            std::uint32_t pixel = alpha << 24;
            for (std::size_t c = 0; c < 3; ++c) {
                const std::size_t sample = at * channels + (channels == 3 ? c : 0);
                pixel |= std::to_integer<std::uint32_t>(raster->pixels[sample]) * alpha / 255 << (16 - 8 * c);
            }
            reinterpret_cast<std::uint32_t*>(data + static_cast<std::ptrdiff_t>(y) * stride)[x] = pixel;
        }
    cairo_surface_mark_dirty(surface.get());
    cairo_translate(cairo, glyph.left, glyph.bottom + glyph.height);
    cairo_scale(cairo, glyph.width / raster->width, -glyph.height / raster->height);
    cairo_set_source_surface(cairo, surface.get(), 0, 0);
    cairo_paint(cairo);
}

void draw_run(cairo_t* cairo, const CoverRun& run, const text::FontLibrary& fonts) {
    cairo_save(cairo);
    cairo_translate(cairo, run.origin.x.value, run.origin.y.value);
    cairo_scale(cairo, run.size.value, -run.size.value);
    double x = 0;
    for (const text::Glyph& glyph : run.glyphs) {
        cairo_save(cairo);
        cairo_translate(cairo, x + static_cast<double>(glyph.x_offset), static_cast<double>(glyph.y_offset));
        if (fonts.info(run.face).colour_bitmaps) {
            if (const auto bitmap = text::bitmap_glyph(fonts, run.face, glyph.id)) draw_bitmap(cairo, *bitmap);
        } else {
            set_grey(cairo, run.grey);
            trace(cairo, text::outline(fonts, run.face, glyph.id));
            cairo_fill(cairo);
        }
        cairo_restore(cairo);
        x += static_cast<double>(glyph.advance);
    }
    cairo_restore(cairo);
}

image::Raster grey_of(cairo_surface_t* surface) {
    cairo_surface_flush(surface);
    image::Raster raster{cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface), 1, {}, {}};
    const unsigned char* data = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    for (int y = 0; y < raster.height; ++y) {
        const auto* row = reinterpret_cast<const std::uint32_t*>(data + static_cast<std::ptrdiff_t>(y) * stride);
        // Rec. 709 luma in 1/256.
        for (int x = 0; x < raster.width; ++x)
            raster.pixels.push_back(static_cast<std::byte>(
                ((row[x] >> 16 & 255) * 54 + (row[x] >> 8 & 255) * 183 + (row[x] & 255) * 19) >> 8));
    }
    return raster;
}

}  // namespace

std::vector<std::byte> rasterise(const CoverDrawing& drawing, int width, int height, const text::FontLibrary& fonts) {
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
    const Cairo cairo(cairo_create(surface.get()));
    set_grey(cairo.get(), 1);
    cairo_paint(cairo.get());
    const double scale = std::min(width / drawing.size.width.value, height / drawing.size.height.value);
    cairo_translate(cairo.get(), (width - drawing.size.width.value * scale) / 2,
                    (height - drawing.size.height.value * scale) / 2);
    cairo_scale(cairo.get(), scale, scale);
    for (const CoverFill& fill : drawing.fills) {
        set_grey(cairo.get(), fill.grey);
        cairo_rectangle(cairo.get(), fill.rect.x.value, fill.rect.y.value, fill.rect.width.value,
                        fill.rect.height.value);
        cairo_fill(cairo.get());
    }
    for (const CoverRun& run : drawing.runs) draw_run(cairo.get(), run, fonts);
    return image::encode_png(grey_of(surface.get()));
}

}  // namespace notes_export::cover
