/// Emphasis that touches the words beside it: `**重点。**后面`, `说**「好」**吧`, `**ध्यान:**यदि`.
///
/// By CommonMark's flanking rule a delimiter between punctuation and a letter can only open or only close, which is
/// right where words stand apart. Beside Chinese, Japanese or Korean, and where any letter beyond ASCII follows at
/// once, the mark would stay in the text. There the punctuation is shown to md4c as letters (it is put back when md4c
/// hands the text over), so that the delimiter can do both. A bracket or quotation mark that faces into the emphasis is
/// enough of a sign already and stays.
#pragma once

#include <string_view>
#include <vector>

#include "markdown/dialect/structure.hpp"

namespace notes_export::markdown {

/// Cheap: whether a `*` or `~` stands beside a byte beyond ASCII.
bool may_have_unspaced_emphasis(std::string_view text);

/// Punctuation that keeps a delimiter from being read, in order.
std::vector<Range> blocking_punctuation(std::string_view text, const Structure& structure);

}  // namespace notes_export::markdown
