#include <algorithm>

#include "markdown/dialect/block_forms/forms.hpp"
#include "support/trimmed.hpp"

namespace notes_export::markdown {

std::size_t write_aside(FormWriter& out, std::size_t i, const Enclosure& around) {
    if (trimmed(out.words(i, around)) != "<aside>" || out.indentation(i, around) > 3) return i;
    // Behind a blank line Markdown is read within HTML in any case.
    if (i + 1 >= around.end || out.is_blank_line(i + 1, around)) return i;
    // Further away its end is not looked for: each aside that nothing closes would have the whole note read.
    constexpr std::size_t most_lines = 500;
    const std::size_t limit = std::min(around.end, i + most_lines);
    std::size_t close = i + 1;
    while (close < limit && trimmed(out.words(close, around)) != "</aside>") ++close;
    if (close == limit) return i;
    out.write_lines(i + 1, around.within(close, {}, "> "));
    out.put_end(around.prefix, out.line(close).end);
    return close + 1;
}

}  // namespace notes_export::markdown
