/// Keys as Material for MkDocs has them: `++ctrl+alt+del++`.
#pragma once

#include <string_view>

#include "markdown/dialect/mapped_text.hpp"

namespace notes_export::markdown {

bool may_have_keys(std::string_view text);

/// Each becomes its `<kbd>` elements. A key must be known by its name: `i++ + j++` stays text.
MappedText expand_keys(const MappedText& text);

}  // namespace notes_export::markdown
