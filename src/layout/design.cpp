#include "layout/design.hpp"

#include <algorithm>
#include <cmath>

namespace notes_export::layout {
namespace {

/// The design was drawn for A5 with type of 9.8 points; other pages are made from its proportions.
constexpr double drawn_width = 419.5276, drawn_height = 595.2756, drawn_measure = 324, drawn_size = 9.8;
constexpr double drawn_top = 48, drawn_bottom = 54, drawn_margin = (drawn_width - drawn_measure) / 2;

/// Mean advance of a character in Literata, in parts of the type size (324 points hold 66 at 9.8).
constexpr double mean_advance = 0.5;
constexpr double least_characters = 55, most_characters = 72, least_justified = 45;
/// Readers have a bezel of their own, so that a narrow margin is enough on a small screen.
constexpr double least_margin = 14;

}  // namespace

double characters(Points measure, Points size) {
    return measure.value / (mean_advance * size.value);
}

Points baseline_in(Points leading, Points size) {
    return (leading - size) / 2 + size * 0.78;
}

Points round_up(Points length, Points step) {
    return step * std::ceil(length / step - 1e-6);
}

Design design_for(const PdfOptions& options) {
    Design design;
    design.page = {{options.page_width}, {options.page_height}};
    design.scale = options.font_size / drawn_size;
    design.size = {options.font_size};
    design.leading = design.pt(14);
    design.grid = design.leading / 2;

    const double character = mean_advance * options.font_size;
    double measure = std::min(options.page_width * drawn_measure / drawn_width, most_characters * character);
    if (measure < least_characters * character) {
        const double widest = std::max(options.page_width - 2 * least_margin, options.page_width * 0.8);
        measure = std::min(least_characters * character, widest);
    }
    design.measure = {measure};
    design.left = {(options.page_width - measure) / 2};
    design.ragged = measure < least_justified * character;

    const double vertical =
        std::clamp(std::min(options.page_height / drawn_height, design.left.value / drawn_margin), 0.45, 2.0);
    design.top = {drawn_top * vertical};
    const double bottom = drawn_bottom * vertical;
    const double room = options.page_height - design.top.value - bottom;
    design.height = design.grid * std::max(2.0, std::floor(room / design.grid.value + 1e-6));
    design.head_baseline = design.top - Points{std::max(7.0, 13.5 * vertical)};
    design.folio_baseline = Points{options.page_height - bottom * 0.38};
    return design;
}

}  // namespace notes_export::layout
