#include <algorithm>
#include <optional>

#include "markdown/dialect/block_forms/forms.hpp"
#include "markdown/dialect/place.hpp"
#include "support/trimmed.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::size_t none = std::string_view::npos;

/// `!!! kind "Title"`, `??? kind`, `???+ kind`.
struct Head {
    std::string_view kind;
    Range title;
    std::string_view fold;
    bool titled = false;
};

std::optional<Head> read_head(std::string_view text, Range line) {
    std::string_view rest = slice(text, line);
    Head head;
    if (rest.starts_with("!!! "))
        head.fold = "";
    else if (rest.starts_with("???+ "))
        head.fold = "+";
    else if (rest.starts_with("??? "))
        head.fold = "-";
    else
        return std::nullopt;
    rest = trimmed(rest.substr(3 + (head.fold == "+" ? 1 : 0)));
    const std::size_t end = std::min(rest.find_first_of(" \t\""), rest.size());
    head.kind = rest.substr(0, end);
    if (head.kind.empty() || !std::all_of(head.kind.begin(), head.kind.end(),
                                          [](char c) { return is_alphanumeric(c) || c == '-' || c == '_'; }))
        return std::nullopt;
    const std::size_t open = rest.find('"', end);
    const std::size_t close = rest.rfind('"');
    head.titled = open != none && close > open;
    if (!head.titled) return open == none ? std::optional(head) : std::nullopt;
    const auto base = static_cast<std::uint32_t>(rest.data() - text.data());
    head.title = {base + static_cast<std::uint32_t>(open) + 1, base + static_cast<std::uint32_t>(close)};
    return head;
}

}  // namespace

std::size_t write_admonition(FormWriter& out, std::size_t i, const Enclosure& around) {
    const Range line = out.content(i, around.strip);
    const auto head = read_head(out.text(), line);
    if (!head) return i;
    std::size_t end = i + 1;
    for (std::size_t j = end; j < around.end; ++j) {
        if (out.is_blank_line(j)) continue;
        if (out.indentation(j, around.strip) < 4) break;
        end = j + 1;
    }
    if (end == i + 1 && !head->titled) return i;
    const std::string& prefix = around.prefix;
    out.write_callout_head(line, prefix, "[!" + std::string(head->kind) + "]" + std::string(head->fold), head->title);
    out.write_lines(i + 1, {.end = end, .strip = around.strip + 4, .prefix = prefix + "> ", .depth = around.depth + 1});
    out.put(trimmed(prefix).empty() ? "\n\n" : "\n" + prefix + "\n", out.line(end - 1).end);
    return end;
}

}  // namespace notes_export::markdown
