#include "layout/book/cover_page.hpp"

#include <string>
#include <utility>

#include "cover/cover.hpp"

namespace notes_export::layout {
namespace {

GlyphRun placed(const cover::CoverRun& run, ElementId element) {
    GlyphRun placed;
    placed.origin = run.origin;
    placed.face = run.face;
    placed.size = run.size;
    placed.grey = {run.grey};
    placed.text = run.text;
    placed.right_to_left = run.right_to_left;
    placed.element = element;
    Points x;
    for (const text::Glyph& glyph : run.glyphs) {
        const double em = run.size.value;
        placed.glyphs.push_back({glyph.id, x + Points{static_cast<double>(glyph.x_offset) * em},
                                 Points{-static_cast<double>(glyph.y_offset) * em},
                                 Points{static_cast<double>(glyph.advance) * em}, glyph.cluster});
        x += Points{static_cast<double>(glyph.advance) * em};
    }
    return placed;
}

}  // namespace

CoverPage cover_page(const Archive& archive, const Design& design, const text::FontLibrary& fonts) {
    const cover::CoverDrawing drawing = cover::draw_cover(cover::cover_text(archive), design.page, fonts, design.scale);

    CoverPage made;
    const auto element = [&](Role role, std::uint32_t parent) {
        Element of_cover;
        of_cover.role = role;
        of_cover.parent = {parent};
        made.elements.push_back(std::move(of_cover));
        return ElementId{static_cast<std::uint32_t>(made.elements.size() - 1)};
    };
    element(Role::section, UINT32_MAX);
    const ElementId parts[] = {element(Role::title, 0), element(Role::paragraph, 0), element(Role::paragraph, 0),
                               element(Role::paragraph, 0)};
    for (const cover::CoverFill& fill : drawing.fills) made.page.items.push_back(Fill{fill.rect, {fill.grey}, {}, {}});
    for (const cover::CoverRun& run : drawing.runs)
        made.page.items.push_back(placed(run, parts[static_cast<std::size_t>(run.part)]));
    return made;
}

}  // namespace notes_export::layout
