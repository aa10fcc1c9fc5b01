#include "markdown/dialect/block_forms/forms.hpp"
#include "support/trimmed.hpp"

namespace notes_export::markdown {

std::size_t write_aside(FormWriter& out, std::size_t i, const Enclosure& around) {
    if (trimmed(out.words(i, around)) != "<aside>" || out.indentation(i, around) > 3) return i;
    // Behind a blank line Markdown is read within HTML in any case.
    if (i + 1 >= around.end || out.is_blank_line(i + 1, around)) return i;
    std::size_t close = i + 1;
    while (close < around.end && trimmed(out.words(close, around)) != "</aside>") ++close;
    if (close == around.end) return i;
    out.write_lines(i + 1, around.within(close, {}, "> "));
    out.put_end(around.prefix, out.line(close).end);
    return close + 1;
}

}  // namespace notes_export::markdown
