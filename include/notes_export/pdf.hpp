/// A typeset, tagged PDF from an archive.
#pragma once

#include "notes_export/archive.hpp"
#include "notes_export/output.hpp"

namespace notes_export {

struct PdfOptions {
    double page_width = 419.5276;  ///< points; A5
    double page_height = 595.2756;
    double font_size = 9.8;  ///< points
    int contents_depth = 3;  ///< levels in the contents and the bookmarks; at least 1
    unsigned jobs = 1;       ///< threads; the bytes don't depend on it
};

/// Writes the book and commits `output`. Throws `Error` when it can't be written.
void export_pdf(const Archive& archive, const PdfOptions& options, Output& output, Diagnostics& diagnostics);

}  // namespace notes_export
