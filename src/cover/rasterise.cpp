#include <cairo.h>

#include <algorithm>
#include <memory>

#include "cover/cover.hpp"
#include "image/raster.hpp"
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

/// The cover is grey: its one channel is cairo's alpha, which takes a quarter of the memory that colours would.
/// `CAIRO_OPERATOR_SOURCE` then puts a grey where a shape covers, and mixes it with what is there at the shape's edge.
void set_grey(cairo_t* cairo, double grey) {
    cairo_set_source_rgba(cairo, 0, 0, 0, grey);
}

Surface make_plane(int width, int height) {
    return Surface(cairo_image_surface_create(CAIRO_FORMAT_A8, width, height));
}

/// A plane of these samples.
Surface plane_of(const std::vector<std::byte>& samples, int width, int height) {
    Surface plane = make_plane(width, height);
    if (cairo_surface_status(plane.get()) != CAIRO_STATUS_SUCCESS) return nullptr;
    cairo_surface_flush(plane.get());
    auto* data = reinterpret_cast<std::byte*>(cairo_image_surface_get_data(plane.get()));
    const int stride = cairo_image_surface_get_stride(plane.get());
    for (int y = 0; y < height; ++y)
        std::copy_n(samples.begin() + static_cast<std::ptrdiff_t>(y) * width, width,
                    data + static_cast<std::ptrdiff_t>(y) * stride);
    cairo_surface_mark_dirty(plane.get());
    return plane;
}

/// An emoji: its picture, in grey, as the whole cover is.
void draw_bitmap(cairo_t* cairo, const text::BitmapGlyph& glyph) {
    auto decoded = image::decode(glyph.png);
    auto* raster = std::get_if<image::Raster>(&decoded);
    if (!raster) return;
    *raster = image::without_colour(std::move(*raster));
    if (raster->alpha.empty()) raster->alpha.assign(raster->pixels.size(), std::byte{255});
    const Surface grey = plane_of(raster->pixels, raster->width, raster->height);
    const Surface alpha = plane_of(raster->alpha, raster->width, raster->height);
    if (!grey || !alpha) return;
    cairo_translate(cairo, glyph.left, glyph.bottom + glyph.height);
    cairo_scale(cairo, glyph.width / raster->width, -glyph.height / raster->height);
    cairo_set_source_surface(cairo, grey.get(), 0, 0);
    cairo_mask_surface(cairo, alpha.get(), 0, 0);
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

image::Raster grey_of(cairo_surface_t* plane) {
    cairo_surface_flush(plane);
    image::Raster raster{cairo_image_surface_get_width(plane), cairo_image_surface_get_height(plane), 1, {}, {}};
    const auto* data = reinterpret_cast<const std::byte*>(cairo_image_surface_get_data(plane));
    const int stride = cairo_image_surface_get_stride(plane);
    raster.pixels.reserve(static_cast<std::size_t>(raster.width) * static_cast<std::size_t>(raster.height));
    for (int y = 0; y < raster.height; ++y) {
        const std::byte* row = data + static_cast<std::ptrdiff_t>(y) * stride;
        raster.pixels.insert(raster.pixels.end(), row, row + raster.width);
    }
    return raster;
}

}  // namespace

std::vector<std::byte> rasterise(const CoverDrawing& drawing, int width, int height, const text::FontLibrary& fonts) {
    const Surface plane = make_plane(width, height);
    const Cairo cairo(cairo_create(plane.get()));
    cairo_set_operator(cairo.get(), CAIRO_OPERATOR_SOURCE);
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
    return image::encode_png(grey_of(plane.get()));
}

}  // namespace notes_export::cover
