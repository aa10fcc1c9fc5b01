/// Footnotes' definitions: `[^label]: body`, anywhere a paragraph's line can begin, also in lists and quotes.
///
/// As GitHub has it: a definition may interrupt a paragraph; its body goes on with the paragraph's lines, and behind
/// blank lines with those that are indented by four columns more than the definition.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/dialect/structure.hpp"

namespace notes_export::markdown {

struct Definition {
    Range label;
    Range span;                ///< from its bracket to the end of its last line
    std::vector<Range> lines;  ///< of its body, without label, containers' prefixes and indentation
};

/// The label of `[^label]` at `at`.
std::optional<Range> footnote_label(std::string_view text, std::uint32_t at);

/// `text` with each `[^label]` turned into letters, and with it the colons of failed ones, so that md4c takes none for
/// a link or a link's definition.
std::string without_labels(std::string_view text);

/// Turns the colon behind each `[^label]` that is left into a letter, also behind one that is no label ("[^a b]:
/// words"): md4c would take the line for a link's definition, which shows nothing.
void fill_label_colons(std::string& text);

std::vector<Definition> find_definitions(std::string_view text, const Structure& structure);

/// What labels are compared by.
std::string label_key(std::string_view label);

}  // namespace notes_export::markdown
