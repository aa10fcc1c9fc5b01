/// A readable, stable text of the model, for golden tests and for looking at what was parsed.
#pragma once

#include <string>

#include "notes_export/document.hpp"

namespace notes_export {

/// One line a node, two blanks of indentation a level; texts in quotation marks, with `\n` and `"` escaped.
std::string dump(const Blocks& blocks);
std::string dump(const Inlines& inlines);
/// Blocks, then footnotes and tags.
std::string dump(const Document& document);

}  // namespace notes_export
