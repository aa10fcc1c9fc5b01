/// MDX, Markdown with the components of a program around it, as Docusaurus has it.
#pragma once

#include <string_view>

#include "markdown/dialect/mapped_text.hpp"

namespace notes_export::markdown {

/// Whether a note is MDX: by its ending, or because it imports components and uses them.
bool is_mdx(std::string_view path, std::string_view text);

/// The text without imports, exports and comments. Components lose what a program works out of them (`x={y}`), and
/// stand apart from the Markdown they enclose, which is no more indented than its first line: MDX knows no indented
/// code.
MappedText expand_mdx(const MappedText& text);

}  // namespace notes_export::markdown
