/// The whole library: from files to books.
///
///     using namespace notes_export;
///     Diagnostics diagnostics;
///     Archive archive = load({.read = {.inputs = {"notes/"}}}, diagnostics);
///     Output epub("archive.epub");
///     export_epub(archive, {}, epub, diagnostics);
#pragma once

#include <functional>

#include "notes_export/archive.hpp"
#include "notes_export/diagnostics.hpp"
#include "notes_export/document.hpp"
#include "notes_export/epub.hpp"
#include "notes_export/markdown.hpp"
#include "notes_export/output.hpp"
#include "notes_export/pdf.hpp"
#include "notes_export/source.hpp"

namespace notes_export {

/// The steps of `load`, for a program that tells its user how far it is.
enum class LoadStep { reading, parsing, assembling };

struct LoadOptions {
    ReadOptions read = {};
    ParseOptions parse = {};
    AssembleOptions assemble = {};
    unsigned jobs = 1;  ///< threads for reading and parsing
    std::function<void(LoadStep)> on_step =
        {};  ///< called at the start of each step, by the calling thread; may be empty
};

/// `read`, `parse` of every source, `assemble`, in one call. Throws `Error` as `read` does.
Archive load(const LoadOptions& options, Diagnostics& diagnostics);

}  // namespace notes_export
