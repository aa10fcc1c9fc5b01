/// Edits of the text that md4c is given, where release 0.4.8 reads it otherwise than the specifications.
///
/// None changes the length of the text, and what readers see is taken from the original. Harmless to a release that
/// reads it right.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace notes_export::markdown {

/// - Symbols beside emphasis marks (`*£*x`) are punctuation (CommonMark 0.31, 2.1): another punctuation mark stands in.
/// - A comment may hold `--` and be as short as `<!-->` (CommonMark 0.31, 6.6): letters stand in.
/// - A comment within a line may open at the line's end (6.6): a processing instruction stands in.
/// - A table needs as many cells in its head as in the row of dashes (GFM, 4.10): the row is no longer one.
/// Linear in the text.
void amend(std::string& text);

/// Takes what defines links by reference (`[label]: address`) for text: what uses them is text then, too.
void amend_definitions(std::string& text);

/// md4c expands a definition at each use, address and all: a text of n bytes can ask for n². How many bytes of
/// addresses a text may ask for.
std::size_t most_expanded(std::string_view text);

}  // namespace notes_export::markdown
