/// The cover: one drawing, taken over into the PDF's first page and rasterised for the EPUB.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cover/cover_text.hpp"
#include "support/geometry.hpp"
#include "text/face.hpp"
#include "text/shape.hpp"

namespace notes_export::cover {

struct CoverRun {
    Point origin;
    text::FaceId face;
    Points size;
    double grey = 0;
    std::vector<text::Glyph> glyphs;  ///< left to right
    std::string text;
    bool right_to_left = false;
    enum class Part { title, subtitle, author, imprint } part = Part::title;
};

struct CoverFill {
    Rect rect;
    double grey = 0;
};

struct CoverDrawing {
    Size size;
    std::vector<CoverRun> runs;
    std::vector<CoverFill> fills;
};

/// Draws the cover for a page of this size. `type`: the size of the book's type, 1 at 9.8 points; the cover's small
/// type is large where that is.
CoverDrawing draw_cover(const CoverText& text, Size page, const text::FontLibrary& fonts, double type = 1);

/// The drawing as a PNG of `width` × `height` pixels, on white.
std::vector<std::byte> rasterise(const CoverDrawing& drawing, int width, int height, const text::FontLibrary& fonts);

}  // namespace notes_export::cover
