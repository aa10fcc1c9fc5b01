/// From an archive to pages. The file names of this folder are its phases; `layout.cpp` reads as their summary.
#pragma once

#include "layout/page.hpp"
#include "notes_export/archive.hpp"
#include "notes_export/pdf.hpp"

namespace notes_export::layout {

/// Lays out the whole book. Deterministic for every number of threads.
PagedBook lay_out(const Archive& archive, const PdfOptions& options, const text::FontLibrary& fonts,
                  Diagnostics& diagnostics);

}  // namespace notes_export::layout
