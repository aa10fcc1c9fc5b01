#include "layout/inline/code_lines.hpp"

#include <algorithm>

#include "layout/inline/breaks.hpp"
#include "layout/inline/place_line.hpp"
#include "layout/inline/total_fit.hpp"
#include "text/words.hpp"

namespace notes_export::layout {

namespace {

constexpr double columns_behind_mark = 2;
constexpr double widest_indent = 0.4;  ///< of the measure
constexpr double fullest_good = 0.6;   ///< a good place to break is taken if the line is filled as far as that

/// Width of the blanks that the line begins with.
double indent_of(const ShapedText& shaped, const Break& from) {
    auto unit = std::lower_bound(shaped.units.begin(), shaped.units.end(), from.next,
                                 [](const Unit& u, std::uint32_t offset) { return u.begin < offset; });
    double width = 0;
    for (; unit != shaped.units.end() && (unit->kind == UnitKind::blank || unit->kind == UnitKind::tab); ++unit)
        width += unit->width;
    return width;
}

double column_of(const ShapedText& shaped, const text::FontLibrary& fonts) {
    for (const Span& span : shaped.collected.spans)
        if (span.style)
            return static_cast<double>(text::space_glyph(fonts, fonts.bundled(span.style->font)).advance) *
                   span.style->size.value;
    return 0;
}

/// The last place where the line fits: at a blank or behind punctuation where that fills it well, else anywhere.
std::size_t next_end(const std::vector<Break>& breaks, std::size_t from, double target) {
    std::size_t good = from, any = from + 1;
    for (std::size_t to = from + 1; to < breaks.size(); ++to) {
        const double width = breaks[to].before.width - breaks[from].after.width;
        if (width > target + 1e-6) break;
        any = to;
        if (breaks[to].forced()) return to;
        if (breaks[to].kind != BreakKind::emergency && breaks[to].penalty < 100 && width >= fullest_good * target)
            good = to;
    }
    return good > from ? good : any;
}

}  // namespace

std::vector<Line> set_code_lines(const ShapedText& shaped, const ParagraphStyle& style, Points measure,
                                 const text::FontLibrary& fonts) {
    const double width = measure.value, column = column_of(shaped, fonts);
    // Between two good places there must be room for the deepest indent.
    const std::vector<Break> breaks =
        find_breaks(shaped, style, width * (1 - widest_indent) - columns_behind_mark * column, fonts);
    std::vector<Line> lines;
    double indent = 0;
    for (std::size_t from = 0; from + 1 < breaks.size();) {
        const bool goes_on = !breaks[from].forced() && breaks[from].kind != BreakKind::begin;
        if (!goes_on)
            indent = std::min(indent_of(shaped, breaks[from]), widest_indent * width) + columns_behind_mark * column;
        const LineFrame frame{width, goes_on ? indent : 0, false, goes_on};
        const std::size_t end = next_end(breaks, from, width - frame.indent);
        lines.push_back(place_line(shaped, breaks[from], breaks[end], frame, style, fonts));
        from = end;
    }
    return lines;
}

}  // namespace notes_export::layout
