/// Tables whose head has fewer cells than its row of dashes: Hugo fills the head, GitHub has no table there.
#pragma once

#include "markdown/dialect/mapped_text.hpp"

namespace notes_export::markdown {

/// The text with as many cells in each head as there are dashes for.
MappedText fill_table_heads(const MappedText& text);

}  // namespace notes_export::markdown
