/// Markdown (CommonMark, GFM and the marks of note-taking programs) and its raw HTML, parsed into the model.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "notes_export/document.hpp"

namespace notes_export {

enum class LineBreaks {
    automatic,  ///< decide for each file whether its writer broke lines on purpose
    keep,
    join,
};

struct ParseOptions {
    LineBreaks line_breaks = LineBreaks::automatic;
    /// Text of the file that a note includes by `path`, relative to the note; nothing when there is none or it lies
    /// outside the archive. Called from the thread that parses. Without it no file is included.
    std::function<std::optional<std::string>(const Source& note, std::string_view path)> include = {};
};

/// Parses one source. Never fails: what is not understood becomes text, and a diagnostic of the document.
/// May be called for different sources from different threads.
Document parse(std::unique_ptr<const Source> source, const ParseOptions& options = {});

}  // namespace notes_export
