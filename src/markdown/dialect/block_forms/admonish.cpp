#include "markdown/dialect/block_forms/fence.hpp"
#include "markdown/dialect/block_forms/forms.hpp"
#include "markdown/dialect/callouts.hpp"
#include "support/trimmed.hpp"

namespace notes_export::markdown {
namespace {

/// The value of a line `key: value`; empty where the line is something else.
std::string_view value_of(std::string_view line, std::string_view key) {
    line = trimmed(line);
    const bool has_key = line.size() > key.size() && line.starts_with(key) && line[key.size()] == ':';
    return has_key ? trimmed(line.substr(key.size() + 1)) : std::string_view();
}

/// The lines `title: …`, `collapse: …`, `icon: …`, `color: …` that Obsidian's Admonition plugin reads first.
std::size_t read_parameters(const FormWriter& out, std::size_t i, const Enclosure& around, CalloutHead& head) {
    for (; i < around.end; ++i) {
        const std::string_view line = out.words(i, around);
        if (const auto title = value_of(line, "title"); !title.empty())
            head.title = title;
        else if (const auto collapse = value_of(line, "collapse"); !collapse.empty())
            head.fold = collapse == "open" ? '+' : '-';
        else if (value_of(line, "icon").empty() && value_of(line, "color").empty())
            break;
    }
    return i;
}

}  // namespace

std::size_t write_admonish(FormWriter& out, std::size_t i, const Enclosure& around) {
    const Range line = out.content(i, around);
    const std::string_view words = trimmed(slice(out.text(), line));
    Fence fence;
    if (words.empty() || out.indentation(i, around) > 3 || !fence.takes(words)) return i;
    const std::string_view info = words.substr(std::min(words.find_first_not_of(words.front()), words.size()));
    auto head = admonish_fence(info);
    if (!head) return i;
    const std::size_t body = info.starts_with("ad-") ? read_parameters(out, i + 1, around, *head) : i + 1;
    std::size_t close = body;
    while (close < around.end && (fence.takes(out.words(close, around)), fence.is_open())) ++close;
    Range title;
    if (!head->title.empty()) {
        title.begin = static_cast<std::uint32_t>(head->title.data() - out.text().data());
        title.end = title.begin + static_cast<std::uint32_t>(head->title.size());
    }
    out.write_callout_head(line, around.prefix, "[!" + head->kind + "]", title);
    out.write_lines(body, around.within(close, {.columns = out.indentation(i, around)}, "> "));
    const std::size_t end = std::min(close + 1, around.end);
    out.put_end(around.prefix, out.line(end - 1).end);
    return end;
}

}  // namespace notes_export::markdown
