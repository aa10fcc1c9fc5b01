/// EPUB 3.3 from an archive.
#pragma once

#include <string>

#include "notes_export/archive.hpp"
#include "notes_export/output.hpp"

namespace notes_export {

struct EpubOptions {
    std::string style_sheet = {};  ///< CSS, in the place of the program's own; empty: that
    int contents_depth = 3;        ///< levels in the nav: parts and notes count, ranges don't; at least 1
    bool neighbours = true;        ///< links to the files before and after stand at the end of each
    unsigned jobs = 1;             ///< threads; the bytes don't depend on it
};

/// Writes the book and commits `output`. Throws `Error` when it can't be written.
void export_epub(const Archive& archive, const EpubOptions& options, Output& output, Diagnostics& diagnostics);

}  // namespace notes_export
