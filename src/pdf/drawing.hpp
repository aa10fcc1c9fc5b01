/// Paths and pictures in a content stream. Page coordinates have y downwards from the top; PDF's go up from the foot.
#pragma once

#include <string>

#include "layout/page.hpp"
#include "text/outline.hpp"

namespace notes_export::pdf {

/// What of the graphics state is set, so that nothing is said twice. Numbers are thousandths, -1: unknown.
struct Pen {
    std::int64_t fill = 0;
    std::int64_t stroke = 0;
    std::int64_t thickness = 1000;
    std::int64_t dash = 0;
};

void set_fill(std::string& out, Pen& pen, layout::Grey grey);
void draw(std::string& out, Pen& pen, const layout::Fill& fill, Points page_height);
void draw(std::string& out, Pen& pen, const layout::Stroke& stroke, Points page_height);
void draw(std::string& out, Pen& pen, const layout::Polyline& line, Points page_height);
/// The dashed frame that stands for a picture that can't be read.
void draw_missing(std::string& out, Pen& pen, const Rect& rect, Points page_height);
/// The picture named "P" and the number, in its rectangle.
void draw_picture(std::string& out, const Rect& rect, ResourceId resource, Points page_height);
/// A glyph as a filled path.
void draw_outline(std::string& out, const std::vector<text::PathStep>& steps, Point origin, Points size,
                  Points page_height);

}  // namespace notes_export::pdf
