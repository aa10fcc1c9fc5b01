#include <optional>

#include "markdown/dialect/block_forms/forms.hpp"
#include "support/trimmed.hpp"

namespace notes_export::markdown {
namespace {

std::optional<Range> read_title(std::string_view text, Range line) {
    std::string_view rest = slice(text, line);
    if (!rest.starts_with("===")) return std::nullopt;
    rest.remove_prefix(3);
    if (rest.starts_with('!') || rest.starts_with('+')) rest.remove_prefix(1);
    if (!rest.starts_with(' ')) return std::nullopt;
    rest = trimmed(rest);
    if (rest.size() < 3 || rest.front() != '"' || rest.back() != '"') return std::nullopt;
    const auto begin = static_cast<std::uint32_t>(rest.data() + 1 - text.data());
    return Range{begin, begin + static_cast<std::uint32_t>(rest.size()) - 2};
}

}  // namespace

std::size_t write_tab(FormWriter& out, std::size_t i, const Enclosure& around, bool after_blank) {
    const auto title = read_title(out.text(), out.content(i, around));
    if (!title) return i;
    const std::size_t end = out.end_of_indented(i, around);
    if (!after_blank) out.put(around.prefix + "\n", title->begin);
    out.write_title(*title, around.prefix);
    out.write_lines(i + 1, around.within(end, {.columns = 4}));
    out.put_end(around.prefix, out.line(end - 1).end);
    return end;
}

}  // namespace notes_export::markdown
