/// Marks within one leaf block.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "markdown/dialect/structure.hpp"
#include "markdown/marks.hpp"

namespace notes_export::markdown {

/// A mark whose spans are still offsets into the text it was found in.
struct LocalMark {
    Range span;
    Range first, second;  ///< destination and label; TeX; label; body; name
    enum class Kind {
        wikilink,
        embed,
        math,
        display_math,
        comment,
        footnote,
        inline_footnote,
        tag,
        block_id,
        emoji,
        opening,
        closing
    } kind = Kind::wikilink;
    Style style = Style::highlight;
    std::uint32_t partner = 0;  ///< of a delimiter: where the other one begins
};

struct MarkRules {
    Dialect dialect = Dialect::plain;
    bool footnotes = true;  ///< inline footnotes are looked for
    std::function<bool(std::string_view label)> is_defined;
};

/// In order, not overlapping (what stands inside a footnote's body is found when the body is read).
std::vector<LocalMark> find_inline_marks(std::string_view text, const Structure& structure, const MarkRules& rules);

}  // namespace notes_export::markdown
