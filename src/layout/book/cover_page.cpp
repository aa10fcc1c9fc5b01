#include "layout/book/cover_page.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "cover/cover.hpp"
#include "document/time_strip.hpp"
#include "locale/extent.hpp"

namespace notes_export::layout {
namespace {

std::size_t count_notes(const Archive& archive) {
    return static_cast<std::size_t>(std::ranges::count(archive.notes, false, &Note::introduction));
}

std::string authors_of(const Metadata& about) {
    std::string authors;
    for (const std::string& author : about.authors) authors += (authors.empty() ? "" : ", ") + author;
    return authors;
}

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
    const Metadata& about = archive.metadata;
    cover::CoverText text;
    text.title = about.title;
    text.subtitle = locale::extent(count_notes(archive), about.first_date, about.last_date, about.language);
    text.author = authors_of(about);
    text.bars = time_strip(archive);
    text.language = about.language;
    text.right_to_left = about.direction == Direction::right_to_left;
    const cover::CoverDrawing drawing = cover::draw_cover(text, design.page, fonts);

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
