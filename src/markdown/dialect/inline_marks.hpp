/// Marks within one leaf block.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "markdown/dialect/place.hpp"

namespace notes_export::markdown {

struct MarkRules {
    Dialect dialect = Dialect::plain;
    bool inline_footnotes = true;
    /// Whether a footnote's label has a definition.
    std::function<bool(Range label)> is_defined;
};

/// In order of their beginnings, not overlapping; what stands inside a footnote's body or a label is not looked for.
std::vector<LocalMark> find_inline_marks(std::string_view text, const Structure& structure, const MarkRules& rules);

}  // namespace notes_export::markdown
