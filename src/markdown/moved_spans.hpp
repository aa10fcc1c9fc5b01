/// Spans of a document that was parsed from an expanded text, made those of its source.
#pragma once

#include "markdown/dialect/mapped_text.hpp"
#include "notes_export/document.hpp"

namespace notes_export::markdown {

/// Each span in the document and its diagnostics is one of `text`; afterwards it is one of the source.
/// `first` is the first of the diagnostics that is to be moved.
void move_spans(Document& document, const MappedText& text, std::size_t first);

}  // namespace notes_export::markdown
