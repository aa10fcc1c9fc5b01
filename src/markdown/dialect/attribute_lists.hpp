/// Attribute lists as kramdown, Python-Markdown and Pandoc have them: `{: .class }`, `{ width=300 }` behind a picture,
/// a link, code, words in brackets or below a paragraph. A picture takes its size from one, pictures and links a title,
/// `[words]{.mark}` a look that books have; nothing else of them is for readers.
#pragma once

#include <string_view>

#include "markdown/dialect/mapped_text.hpp"

namespace notes_export::markdown {

bool may_have_attribute_lists(std::string_view text);

/// The text without them; a picture's size stands in its words, as Obsidian has it. Those of headings stay: they may
/// hold an id, which dialect/attributes.hpp reads.
MappedText expand_attribute_lists(const MappedText& text);

}  // namespace notes_export::markdown
