/// From pages to a PDF file.
#pragma once

#include "layout/page.hpp"
#include "notes_export/archive.hpp"
#include "notes_export/output.hpp"
#include "text/face.hpp"

namespace notes_export::pdf {

/// Writes the whole file; the caller commits the output. The bytes don't depend on `jobs`. Throws `Error`.
void write_book(const layout::PagedBook& book, const Archive& archive, const text::FontLibrary& fonts, unsigned jobs,
                Output& output, Diagnostics& diagnostics);

}  // namespace notes_export::pdf
