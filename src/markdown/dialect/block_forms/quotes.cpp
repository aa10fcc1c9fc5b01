#include "markdown/dialect/block_forms/block_forms.hpp"
#include "markdown/dialect/block_forms/forms.hpp"

namespace notes_export::markdown {

std::size_t write_quote(FormWriter& out, std::size_t i, const Enclosure& around) {
    if (i < out.plain_quote_end()) return i;
    std::size_t end = i;
    while (end < around.end && is_quoted(out.words(end, around))) ++end;
    if (end == i) return i;
    if (!may_have_block_forms(slice(out.text(), {out.line(i).begin, out.line(end - 1).end}))) {
        out.pass_plain_quote(end);
        return i;
    }
    out.write_lines(i, around.within(end, {.quote = true}, "> "));
    return end;
}

}  // namespace notes_export::markdown
