#include <algorithm>

#include "cover/cover.hpp"
#include "cover/wrap.hpp"
#include "unicode/text.hpp"

namespace notes_export::cover {
namespace {

/// Lengths for a page of 419.5 × 595.3 points; other pages scale them.
struct Measures {
    double scale = 1;
    double label_scale = 1;  ///< of small type
    Points margin, measure;
    Points rule_top, title_top, strip_base, imprint_base;

    Points pt(double length) const { return {length * scale}; }
    Points label(double size) const { return {size * label_scale}; }
};

Measures measures_for(Size page, double type) {
    Measures m;
    m.scale = std::min(page.width.value / 419.5276, page.height.value / 595.2756);
    // It shrinks less than the page, so that it stays legible on the smallest screen, and grows with the book's type.
    m.label_scale = std::max(m.scale, std::min(1.0, 0.45 + 0.55 * m.scale));
    if (type > 1) m.label_scale = std::max(m.label_scale, type);
    m.margin = m.pt(48);
    m.measure = page.width - m.margin * 2;
    m.rule_top = page.height * 0.238;
    m.title_top = m.rule_top + m.pt(24);
    m.strip_base = page.height * 0.836;
    m.imprint_base = page.height * 0.9;
    return m;
}

class Drawer {
public:
    Drawer(const CoverText& text, Size page, const text::FontLibrary& fonts, double type)
        : text_(text), m_(measures_for(page, type)), fonts_(fonts) {
        drawing_.size = page;
    }

    CoverDrawing draw() {
        fill(start(m_.pt(62)), m_.rule_top, m_.pt(62), m_.pt(3.5), 0);
        Points y = draw_title();
        y += m_.pt(18);
        y = draw_lines(text_.subtitle, CoverRun::Part::subtitle, m_.label(10.5), 0.25, y);
        draw_lines(text_.author, CoverRun::Part::author, m_.label(10.5), 0.25, y + m_.pt(6));
        draw_strip();
        place(set_line("notes-export", style(text::Family::sans, false, m_.label(7.5)), fonts_), m_.imprint_base, 0.35,
              CoverRun::Part::imprint);
        return std::move(drawing_);
    }

private:
    LineStyle style(text::Family family, bool bold, Points size) const {
        return {{family, bold, false}, size, text_.language, text_.right_to_left};
    }

    /// Left edge of something that stands at the margin where lines begin.
    Points start(Points width) const {
        return text_.right_to_left ? drawing_.size.width - m_.margin - width : m_.margin;
    }

    void fill(Points x, Points y, Points width, Points height, double grey) {
        drawing_.fills.push_back({{x, y, width, height}, grey});
    }

    void place(SetLine line, Points baseline, double grey, CoverRun::Part part) {
        const Points x = start(line.width);
        for (CoverRun& run : line.runs) {
            run.origin = {run.origin.x + x, baseline};
            run.grey = grey;
            run.part = part;
            drawing_.runs.push_back(std::move(run));
        }
    }

    /// Gives the bottom of the last line.
    Points draw_title() {
        const Points largest = m_.pt(40);
        const LineStyle largest_style = style(text::Family::serif, true, largest);
        const Wrapped title = wrap(text_.title, largest_style, m_.measure, m_.pt(13), 4, fonts_);
        const Points leading = title.size * 1.12;
        Points y = m_.title_top;
        for (const std::string& line : title.lines) {
            place(set_line(line, style(text::Family::serif, true, title.size), fonts_), y + title.size * 0.95, 0,
                  CoverRun::Part::title);
            y += leading;
        }
        return y;
    }

    Points draw_lines(const std::string& words, CoverRun::Part part, Points size, double grey, Points y) {
        if (words.empty()) return y;
        const Wrapped wrapped = wrap(words, style(text::Family::sans, false, size), m_.measure, size * 0.7, 3, fonts_);
        for (const std::string& line : wrapped.lines) {
            place(set_line(line, style(text::Family::sans, false, wrapped.size), fonts_), y + wrapped.size, grey, part);
            y += wrapped.size * 1.4;
        }
        return y;
    }

    void draw_strip() {
        if (text_.bars.empty()) return;
        const double highest = std::ranges::max(text_.bars);
        const auto count = static_cast<double>(text_.bars.size());
        const Points step = m_.measure / count;
        const Points bar = std::min(step * 0.6, m_.pt(4.4));
        for (std::size_t i = 0; i < text_.bars.size(); ++i) {
            if (!(text_.bars[i] > 0) || !(highest > 0)) continue;
            // The least that was written is still a mark that can be seen.
            const Points height = std::max(m_.pt(40) * (text_.bars[i] / highest), m_.pt(1.2));
            const double place = text_.right_to_left ? count - 1 - static_cast<double>(i) : static_cast<double>(i);
            fill(m_.margin + step * (place + 0.5) - bar / 2, m_.strip_base - height, bar, height, 0.1);
        }
        const Points dash = m_.pt(3);
        for (Points x = m_.margin; x + dash <= m_.margin + m_.measure + m_.pt(0.5); x += dash * 1.75)
            fill(x, m_.strip_base, dash, m_.pt(0.7), 0.6);
    }

    const CoverText& text_;
    Measures m_;
    const text::FontLibrary& fonts_;
    CoverDrawing drawing_;
};

}  // namespace

CoverDrawing draw_cover(const CoverText& text, Size page, const text::FontLibrary& fonts, double type) {
    return Drawer(text, page, fonts, type).draw();
}

}  // namespace notes_export::cover
