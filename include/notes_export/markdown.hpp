/// Markdown (CommonMark, GFM and the marks of note-taking programs) and its raw HTML, parsed into the model.
#pragma once

#include "notes_export/document.hpp"

namespace notes_export {

enum class LineBreaks {
    automatic,  ///< decide for each file whether its writer broke lines on purpose
    keep,
    join,
};

struct ParseOptions {
    LineBreaks line_breaks = LineBreaks::automatic;
};

/// Parses one source. Never fails: what is not understood becomes text, and a diagnostic of the document.
/// May be called for different sources from different threads.
Document parse(std::unique_ptr<const Source> source, const ParseOptions& options = {});

}  // namespace notes_export
