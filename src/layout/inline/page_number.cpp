/// Page numbers, set once they are known into the room that was kept for them.
#include "layout/inline/itemise.hpp"
#include "layout/paragraph.hpp"
#include "text/shape.hpp"

namespace notes_export::layout {

std::vector<PageItem> set_page_number(const Line::LatePageNumber& late, const std::string& number,
                                      const text::FontLibrary& fonts) {
    const PageNumberPiece& piece = late.piece;
    std::size_t blanks = 0;
    while (blanks < piece.before.size() && piece.before[blanks] == ' ') ++blanks;
    GlyphRun run;
    run.face = fonts.bundled(piece.style.font);
    run.size = piece.style.size;
    run.grey = piece.style.grey;
    run.text = piece.before.substr(blanks) + number + piece.after;
    run.element = piece.element;
    const text::ShapeRequest request{run.face, script_tag("Latn"), piece.style.language, false, {true, false, true}};
    double width = 0;
    for (const text::Glyph& glyph : text::shape(fonts, request, run.text, 0, run.text.size())) {
        const double em = run.size.value;
        const double advance = static_cast<double>(glyph.advance) * em + piece.style.letterspacing.value;
        run.glyphs.push_back({glyph.id, Points{width + static_cast<double>(glyph.x_offset) * em},
                              Points{-static_cast<double>(glyph.y_offset) * em}, Points{advance}, glyph.cluster});
        width += advance;
    }
    // A number alone stands in a column of numbers, to its right; one with words around it follows the text.
    const bool column = blanks == piece.before.size() && piece.after.empty();
    run.origin = {{late.x.value + (column ? late.width.value - width : 0)}, {-piece.style.baseline_shift.value}};
    return {std::move(run)};
}

}  // namespace notes_export::layout
