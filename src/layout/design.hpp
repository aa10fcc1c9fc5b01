/// The page design: every measure of the book, worked out from the page's size and the size of the type.
#pragma once

#include "layout/page.hpp"
#include "notes_export/pdf.hpp"
#include "support/geometry.hpp"

namespace notes_export::layout {

/// Lengths of one book's pages. Type is set on a grid of half a line.
struct Design {
    Size page;
    Points left, top;      ///< of the text block
    Points measure;        ///< width of the text block
    Points height;         ///< of the text block; a multiple of `grid`
    double scale = 1;      ///< of the type: 1 at 9.8 points
    Points size, leading;  ///< of running text
    Points grid;           ///< half a line
    Points title_size, title_leading, heading_size;
    Points code_size, code_leading;
    Points table_size;
    Points footnote_size, footnote_leading;
    Grey code_ground;
    Points indent;           ///< of paragraphs that are not parted by space
    Points paragraph_space;  ///< none where they have an indent
    Points head_baseline, folio_baseline;
    bool running_heads = true, folios = true;
    bool ragged = false;  ///< lines are not justified, or the measure is too narrow for it
    bool hyphenate = true, protrude = true, old_style_figures = true;
    bool link_pages = true;
    NoteStart note_start = NoteStart::automatic;

    /// A length of the design at 9.8 points, scaled with the type.
    Points pt(double length) const { return {length * scale}; }
};

Design design_for(const PdfOptions& options);

/// Characters that a line of running text holds on average.
double characters(Points measure, Points size);

/// Where the baseline stands below the top of a line of this leading and size.
Points baseline_in(Points leading, Points size);

/// The least multiple of `step` that is not less than `length`.
Points round_up(Points length, Points step);

}  // namespace notes_export::layout
