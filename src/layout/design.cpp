#include "layout/design.hpp"

#include <algorithm>
#include <cmath>

namespace notes_export::layout {
namespace {

/// The size of type that the lengths in the sources were drawn for.
constexpr double drawn_size = 9.8;

/// Mean advance of a character in Literata, in parts of the type size (324 points hold 66 at 9.8).
constexpr double mean_advance = 0.5;
constexpr double least_justified = 45;
/// Readers have a bezel of their own, so that a narrow margin is enough on a small screen.
constexpr double least_margin = 14;

void set_type(Design& design, const PageStyle& style, double size) {
    const double ratio = size / style.size;
    design.scale = size / drawn_size;
    design.size = {size};
    design.leading = {style.leading * ratio};
    design.grid = design.leading / 2;
    design.title_size = {style.title_size * ratio};
    design.title_leading = {style.title_leading * ratio};
    design.heading_size = {style.heading_size * ratio};
    design.code_size = {style.code_size * ratio};
    design.code_leading = {style.code_leading * ratio};
    design.table_size = {style.table_size * ratio};
    design.footnote_size = {style.footnote_size * ratio};
    design.footnote_leading = {style.footnote_leading * ratio};
    design.code_ground = {style.code_ground};
    design.indent = style.indent ? design.leading : Points{};
    design.paragraph_space = style.indent ? Points{} : design.grid;
    design.running_heads = style.running_heads;
    design.folios = style.folios;
    design.hyphenate = style.hyphenate;
    design.protrude = style.protrude;
    design.old_style_figures = style.old_style_figures;
    design.note_start = style.note_start;
}

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
    const PageStyle& style = options.style;
    Design design;
    const double width = options.page_width > 0 ? options.page_width : style.page_width;
    const double height = options.page_height > 0 ? options.page_height : style.page_height;
    const double size = options.font_size > 0 ? options.font_size : style.size;
    design.page = {{width}, {height}};
    set_type(design, style, size);

    const double character = mean_advance * size;
    const double drawn_measure = style.page_width - 2 * style.margin_side;
    double measure = std::min(width * drawn_measure / style.page_width, style.most_characters * character);
    if (measure < style.least_characters * character) {
        const double margin = std::min(least_margin, style.margin_side);
        const double widest = std::max(width - 2 * margin, width * 0.8);
        measure = std::min(style.least_characters * character, widest);
    }
    design.measure = {measure};
    design.left = {(width - measure) / 2};
    design.ragged = !style.justify || measure < least_justified * character;

    // Margins above and below shrink with those at the sides.
    const double side = style.margin_side > 0 ? design.left.value / style.margin_side : 1;
    const double vertical = std::clamp(std::min(height / style.page_height, side), 0.45, 2.0);
    design.top = {style.margin_top * vertical};
    const double bottom = style.margin_bottom * vertical;
    const double room = height - design.top.value - bottom;
    design.height = design.grid * std::max(2.0, std::floor(room / design.grid.value + 1e-6));
    design.head_baseline = design.top - Points{std::max(7.0, 13.5 * vertical)};
    design.folio_baseline = Points{height - bottom * 0.38};
    design.link_pages = options.link_pages;
    return design;
}

}  // namespace notes_export::layout
