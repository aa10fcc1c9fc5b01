/// Block forms of other programs, written anew in what we read: MkDocs' `!!! note "Title"` and `??? note`, fenced
/// divisions `:::note`, definition lists (`Term` and `: text`), poems (`| line`). And tables' delimiter rows of one or
/// two dashes become long enough for md4c.
///
/// Only forms that nobody writes by accident, outside fenced code, at the outermost level or within one another.
#pragma once

#include <string_view>

#include "markdown/dialect/mapped_text.hpp"

namespace notes_export::markdown {

/// Whether a line begins as one of the forms does.
bool may_have_block_forms(std::string_view text);

MappedText expand_block_forms(const MappedText& text);

}  // namespace notes_export::markdown
