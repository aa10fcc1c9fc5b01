/// Quotes and dashes as books have them.
#pragma once

#include "notes_export/archive.hpp"

namespace notes_export::archive {

/// Straight quotes become the quotation marks of the note's language, or apostrophes; `--` an en dash, `---` an em
/// dash,
/// `...` an ellipsis: in titles, text and footnotes, not in code, formulas and addresses. What is escaped stays
/// (`\"`), and so does what may be a program's option (`--list`).
void set_smart(Archive& archive, Arena& arena);

}  // namespace notes_export::archive
