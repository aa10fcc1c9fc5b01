#include "pdf/drawing.hpp"

#include <algorithm>

#include "pdf/syntax.hpp"

namespace notes_export::pdf {
namespace {

void put_point(std::string& out, double x, double y) {
    put_number(out, x);
    out += ' ';
    put_number(out, y);
    out += ' ';
}

void set_stroke(std::string& out, Pen& pen, layout::Grey grey, Points thickness, Points dash) {
    if (const std::int64_t level = thousandths(grey.level); level != pen.stroke) {
        put_thousandths(out, level);
        out += " G\n";
        pen.stroke = level;
    }
    if (const std::int64_t width = thousandths(thickness.value); width != pen.thickness) {
        put_thousandths(out, width);
        out += " w\n";
        pen.thickness = width;
    }
    if (const std::int64_t length = thousandths(dash.value); length != pen.dash) {
        out += '[';
        if (length > 0) put_thousandths(out, length);
        out += "]0 d\n";
        pen.dash = length;
    }
}

/// How far a cubic's controls stand from its ends for a quarter of a circle, in radii.
constexpr double circle = 0.5522847498;

void rounded_rectangle(std::string& out, double x, double y, double width, double height, double radius) {
    const double r = std::min({radius, width / 2, height / 2});
    const double k = r * (1 - circle);
    const double right = x + width;
    const double top = y + height;
    const auto curve = [&](double x1, double y1, double x2, double y2, double x3, double y3) {
        put_point(out, x1, y1);
        put_point(out, x2, y2);
        put_point(out, x3, y3);
        out += "c\n";
    };
    const auto line = [&](double to_x, double to_y) {
        put_point(out, to_x, to_y);
        out += "l\n";
    };
    put_point(out, x + r, y);
    out += "m\n";
    line(right - r, y);
    curve(right - k, y, right, y + k, right, y + r);
    line(right, top - r);
    curve(right, top - k, right - k, top, right - r, top);
    line(x + r, top);
    curve(x + k, top, x, top - k, x, top - r);
    line(x, y + r);
    curve(x, y + k, x + k, y, x + r, y);
    out += "h\n";
}

void rectangle(std::string& out, const Rect& rect, Points radius, Points page_height) {
    const double y = (page_height - rect.bottom()).value;
    if (radius.value > 0)
        return rounded_rectangle(out, rect.x.value, y, rect.width.value, rect.height.value, radius.value);
    put_point(out, rect.x.value, y);
    put_point(out, rect.width.value, rect.height.value);
    out += "re\n";
}

}  // namespace

void set_fill(std::string& out, Pen& pen, layout::Grey grey) {
    const std::int64_t level = thousandths(grey.level);
    if (level == pen.fill) return;
    put_thousandths(out, level);
    out += " g\n";
    pen.fill = level;
}

void draw(std::string& out, Pen& pen, const layout::Fill& fill, Points page_height) {
    set_fill(out, pen, fill.grey);
    rectangle(out, fill.rect, fill.radius, page_height);
    out += "f\n";
}

void draw(std::string& out, Pen& pen, const layout::Stroke& stroke, Points page_height) {
    set_stroke(out, pen, stroke.grey, stroke.thickness, stroke.dash);
    if (stroke.rect.width.value == 0 || stroke.rect.height.value == 0) {
        put_point(out, stroke.rect.x.value, (page_height - stroke.rect.y).value);
        out += "m\n";
        put_point(out, stroke.rect.right().value, (page_height - stroke.rect.bottom()).value);
        out += "l\n";
    } else {
        rectangle(out, stroke.rect, stroke.radius, page_height);
    }
    out += "S\n";
}

void draw(std::string& out, Pen& pen, const layout::Polyline& line, Points page_height) {
    if (line.points.empty()) return;
    if (line.filled)
        set_fill(out, pen, line.grey);
    else
        set_stroke(out, pen, line.grey, line.thickness, {});
    bool first = true;
    for (const Point& point : line.points) {
        put_point(out, point.x.value, (page_height - point.y).value);
        out += first ? "m\n" : "l\n";
        first = false;
    }
    if (line.filled)
        out += "f\n";
    else
        out += line.closed ? "s\n" : "S\n";
}

void draw_missing(std::string& out, Pen& pen, const Rect& rect, Points page_height) {
    layout::Stroke frame;
    frame.rect = rect;
    frame.thickness = {0.6};
    frame.grey = {0.4};
    frame.dash = {2.5};
    draw(out, pen, frame, page_height);
}

void draw_picture(std::string& out, const Rect& rect, ResourceId resource, Points page_height) {
    out += "q ";
    put_number(out, rect.width.value);
    out += " 0 0 ";
    put_number(out, rect.height.value);
    out += ' ';
    put_point(out, rect.x.value, (page_height - rect.bottom()).value);
    out += "cm/P";
    put_integer(out, resource.value);
    out += " Do Q\n";
}

void draw_outline(std::string& out, const std::vector<text::PathStep>& steps, Point origin, Points size,
                  Points page_height) {
    const auto point = [&](double x, double y) {
        put_point(out, origin.x.value + x * size.value, (page_height - origin.y).value + y * size.value);
    };
    for (const auto& [kind, p] : steps) switch (kind) {
            case text::PathStep::Kind::move:
                point(p[0], p[1]);
                out += "m\n";
                break;
            case text::PathStep::Kind::line:
                point(p[0], p[1]);
                out += "l\n";
                break;
            case text::PathStep::Kind::cubic:
                point(p[0], p[1]);
                point(p[2], p[3]);
                point(p[4], p[5]);
                out += "c\n";
                break;
            case text::PathStep::Kind::close:
                out += "h\n";
                break;
        }
    if (!steps.empty()) out += "f\n";
}

}  // namespace notes_export::pdf
