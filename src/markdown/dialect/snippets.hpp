/// Files that a line of its own takes in: `--8<-- "file"` of PyMdown's snippets, `{!file!}` of markdown-include.
#pragma once

#include <string_view>

#include "markdown/dialect/expanding.hpp"

namespace notes_export::markdown {

bool may_have_snippets(std::string_view text);

/// A file is looked for beside the note, then from the archive's top. One that is not there leaves its line as it is.
MappedText expand_snippets(const MappedText& text, const Expanding& context);

}  // namespace notes_export::markdown
