/// The phases of a paragraph in their order.
#include "layout/paragraph.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "layout/inline/breaks.hpp"
#include "layout/inline/code_lines.hpp"
#include "layout/inline/place_line.hpp"
#include "layout/inline/rivers.hpp"
#include "layout/inline/total_fit.hpp"
#include "layout/inline/units.hpp"
#include "text/words.hpp"

namespace notes_export::layout {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double narrowest_share = 0.4;  ///< of the measure that an indent leaves to a line at least

bool needs_line(const CollectedText& collected) {
    return !collected.places.empty() || !collected.footnotes.empty();
}

std::vector<std::size_t> fit(std::span<const Break> stretch, Setting setting, const Fitting& fitting) {
    // Most stretches are one line, which needs no choice.
    if (line_between(stretch.front(), stretch.back()).width <= fitting.first) return {stretch.size() - 1};
    if (setting == Setting::balanced) return balanced_fit(stretch, fitting);
    return fit_without_rivers(stretch, fitting);
}

void set_stretch(std::vector<Line>& lines, const ShapedText& shaped, std::span<const Break> stretch,
                 const ParagraphStyle& style, double measure, double indent, const text::FontLibrary& fonts) {
    const double hang = std::min(style.hang.value, measure * (1 - narrowest_share));
    const bool justified = style.setting == Setting::justified;
    const std::vector<std::size_t> ends = fit(stretch, style.setting, {measure - indent, measure - hang, justified});
    std::size_t from = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const Break& end = stretch[ends[i]];
        const LineFrame frame{measure, i == 0 ? indent : hang, justified && !end.forced(), false};
        lines.push_back(place_line(shaped, stretch[from], end, frame, style, fonts));
        from = ends[i];
    }
}

}  // namespace

std::vector<Line> set_paragraph(const std::vector<Piece>& pieces, const ParagraphStyle& style, Points measure,
                                const text::FontLibrary& fonts) {
    const double width = measure.value;
    const double first_indent = std::min(style.first_indent.value, width * (1 - narrowest_share));
    const double hang = std::min(style.hang.value, width * (1 - narrowest_share));
    const double narrowest = width - std::max({first_indent, hang, 0.0});
    const ShapedText shaped = shape_paragraph(pieces, style, {narrowest}, fonts);
    if (shaped.units.empty() && !needs_line(shaped.collected)) return {};
    if (style.code) return set_code_lines(shaped, style, measure, fonts);
    const std::vector<Break> breaks = find_breaks(shaped, style, narrowest, fonts);
    std::vector<Line> lines;
    std::size_t from = 0;
    for (std::size_t i = 1; i < breaks.size(); ++i) {
        if (!breaks[i].forced()) continue;
        set_stretch(lines, shaped, std::span(breaks).subspan(from, i - from + 1), style, width,
                    from == 0 ? first_indent : 0, fonts);
        from = i;
    }
    return lines;
}

ContentWidths content_widths(const std::vector<Piece>& pieces, const ParagraphStyle& style,
                             const text::FontLibrary& fonts) {
    const ShapedText shaped = shape_paragraph(pieces, style, {infinite}, fonts);
    ParagraphStyle within = style;  // whatever is set in this width has all its marks inside it
    within.protrude = false;
    const std::vector<Break> breaks = find_breaks(shaped, within, infinite, fonts);
    ContentWidths widths;
    std::size_t line = 0, word = 0, part = 0;
    for (std::size_t i = 1; i < breaks.size(); ++i) {
        if (breaks[i].forced()) {
            widths.most = std::max(widths.most, Points{line_between(breaks[line], breaks[i]).width});
            line = i;
        }
        if (breaks[i].kind == BreakKind::hyphen) continue;
        widths.parted = std::max(widths.parted, Points{line_between(breaks[part], breaks[i]).width});
        part = i;
        if (breaks[i].kind == BreakKind::address) continue;
        widths.least = std::max(widths.least, Points{line_between(breaks[word], breaks[i]).width});
        word = i;
    }
    // Sums are of floating point: a column of just this width must hold the text.
    constexpr Points rounding{0.01};
    widths.least += rounding;
    widths.parted += rounding;
    widths.most += rounding;
    return widths;
}

}  // namespace notes_export::layout
