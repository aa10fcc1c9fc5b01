#include "layout/inline/missing.hpp"

#include <fmt/format.h>

#include "layout/inline/itemise.hpp"
#include "text/words.hpp"
#include "unicode/text.hpp"

namespace notes_export::layout {

namespace {

constexpr double frame_left = 0.08, frame_width = 0.84, frame_top = 0.76, frame_height = 0.9;  // em
constexpr double digit_size = 0.34;
constexpr Grey grey{0.4};

GlyphRun digits(std::string_view text, double centre, double baseline, const TextStyle& style,
                const text::FontLibrary& fonts) {
    GlyphRun run;
    run.face = fonts.bundled({text::Family::sans, false, false});
    run.size = style.size * digit_size;
    run.grey = grey;
    run.mark = true;
    double x = 0;
    const text::ShapeRequest request{run.face, script_tag("Latn"), {}, false, {true, false, true}};
    for (const text::Glyph& glyph : text::shape(fonts, request, text, 0, text.size())) {
        const double advance = static_cast<double>(glyph.advance) * run.size.value;
        run.glyphs.push_back({glyph.id, Points{x}, {}, Points{advance}, 0});
        x += advance;
    }
    run.origin = {{centre - x / 2}, {baseline}};
    return run;
}

}  // namespace

std::vector<PageItem> missing_character(std::string_view character, double x, const TextStyle& style, ElementId element,
                                        const text::FontLibrary& fonts) {
    const double em = style.size.value;
    std::vector<PageItem> items;
    GlyphRun run;
    run.origin = {{x}, {}};
    run.face = fonts.bundled(style.font);
    run.size = style.size;
    run.grey = style.grey;
    run.glyphs.push_back({text::space_glyph(fonts, run.face).id, {}, {}, Points{em}, 0});
    run.text = std::string(character);
    run.element = element;
    items.emplace_back(std::move(run));

    Stroke frame;
    frame.rect = {{x + frame_left * em}, {-frame_top * em}, {frame_width * em}, {frame_height * em}};
    frame.thickness = {0.04 * em};
    frame.grey = grey;
    items.emplace_back(frame);

    std::size_t at = 0;
    const std::string hex = fmt::format("{:04X}", static_cast<std::uint32_t>(unicode::decode(character, at)));
    const std::size_t half = hex.size() / 2;
    const double centre = x + em / 2;
    items.emplace_back(digits(std::string_view(hex).substr(0, half), centre, -0.4 * em, style, fonts));
    items.emplace_back(digits(std::string_view(hex).substr(half), centre, -0.02 * em, style, fonts));
    return items;
}

}  // namespace notes_export::layout
