/// How a table is set so that the screen of a 6-inch reader, or of a telephone, shows all of it.
#pragma once

#include "notes_export/document.hpp"

namespace notes_export::epub {

enum class TableForm {
    table,
    broken_words,  ///< a table whose long words may break at their seams
    records,       ///< each row as a list of "head: value"
};

TableForm table_form(const Table& table);

/// Whether the blocks show any words.
bool has_words(const Blocks& blocks);

}  // namespace notes_export::epub
