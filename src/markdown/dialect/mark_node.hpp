/// What a mark becomes for the adapter.
#pragma once

#include "markdown/dialect/marked_text.hpp"
#include "markdown/marks.hpp"

namespace notes_export::markdown {

/// A local mark with its spans in the source. `excerpt` is what was made of a footnote's body or a link's label. A
/// delimiter's partner is where the other one stands in the source, until `pair_delimiters`.
Mark to_mark(const MappedText& text, const LocalMark& local, Excerpt excerpt);

/// Turns delimiters' partners from offsets into indices; `marks` is in order.
void pair_delimiters(std::vector<Mark>& marks);

}  // namespace notes_export::markdown
