/// A typeset, tagged PDF from an archive.
#pragma once

#include "notes_export/archive.hpp"
#include "notes_export/output.hpp"
#include "notes_export/page_style.hpp"

namespace notes_export {

struct PdfOptions {
    PageStyle style = {};
    double page_width = 0, page_height = 0;  ///< points; 0: the style's
    double font_size = 0;                    ///< points; 0: the style's
    bool link_pages = true;                  ///< the page is printed after a link to another note
    bool grayscale = false;                  ///< pictures without colour
    int contents_depth = 3;                  ///< levels in the contents and the bookmarks; at least 1
    unsigned jobs = 1;                       ///< threads; the bytes don't depend on it
};

/// Writes the book and commits `output`. Throws `Error` when it can't be written.
void export_pdf(const Archive& archive, const PdfOptions& options, Output& output, Diagnostics& diagnostics);

}  // namespace notes_export
