/// What other programs replace in a note before they read it as Markdown: includes, shortcodes, Liquid tags; and
/// forms that have an equivalent in what we read: MkDocs' admonitions, definition lists, poems, keys, sizes of
/// pictures.
///
///     if (auto expanded = expand(source, resolve, diagnostics)) {
///         // parse `expanded->text` in place of the body; then `expanded->to_source(range)` is where a thing stands
///     }
///
/// Substitution knows nothing of code, as theirs does not: mdBook includes files within fences.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "markdown/dialect/mapped_text.hpp"
#include "notes_export/source.hpp"

namespace notes_export::markdown {

/// Text of the file that a note means by `path`, relative to the note; nothing when there is none or it lies outside
/// the archive.
using IncludeResolver = std::function<std::optional<std::string>(std::string_view path)>;

/// The body of the source with everything replaced; nothing when there is nothing to replace (then no byte is copied).
std::optional<MappedText> expand(const Source& source, const IncludeResolver& resolve, Diagnostics& diagnostics);

}  // namespace notes_export::markdown
