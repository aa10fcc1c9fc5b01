#include "markdown/dialect/block_forms/fence.hpp"
#include "markdown/dialect/block_forms/forms.hpp"
#include "markdown/dialect/callouts.hpp"
#include "support/trimmed.hpp"

namespace notes_export::markdown {

std::size_t write_admonish(FormWriter& out, std::size_t i, const Enclosure& around) {
    const Range line = out.content(i, around);
    const std::string_view words = trimmed(slice(out.text(), line));
    Fence fence;
    if (words.empty() || out.indentation(i, around) > 3 || !fence.takes(words)) return i;
    const auto head = admonish_fence(words.substr(std::min(words.find_first_not_of(words.front()), words.size())));
    if (!head) return i;
    std::size_t close = i + 1;
    while (close < around.end && (fence.takes(out.words(close, around)), fence.is_open())) ++close;
    Range title;
    if (!head->title.empty()) {
        title.begin = static_cast<std::uint32_t>(head->title.data() - out.text().data());
        title.end = title.begin + static_cast<std::uint32_t>(head->title.size());
    }
    out.write_callout_head(line, around.prefix, "[!" + head->kind + "]", title);
    out.write_lines(i + 1, around.within(close, {.columns = out.indentation(i, around)}, "> "));
    const std::size_t end = std::min(close + 1, around.end);
    out.put_end(around.prefix, out.line(end - 1).end);
    return end;
}

}  // namespace notes_export::markdown
