#include <algorithm>
#include <optional>

#include "markdown/dialect/block_forms/fence.hpp"
#include "markdown/dialect/block_forms/forms.hpp"
#include "markdown/dialect/containers.hpp"
#include "markdown/dialect/place.hpp"
#include "support/trimmed.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::size_t none = std::string_view::npos;

/// `:::kind Title`, `::: {.kind}`, `:::kind[Title]`; a closing `:::` has no kind.
struct Head {
    std::string_view kind;
    Range title;
};

/// The value of `title="…"` among attributes.
Range title_among(std::string_view text, std::string_view attributes) {
    constexpr std::string_view key = "title=\"";
    const std::size_t at = attributes.find(key);
    if (at == none) return {};
    const std::string_view rest = attributes.substr(at + key.size());
    const auto begin = static_cast<std::uint32_t>(rest.data() - text.data());
    return {begin, begin + static_cast<std::uint32_t>(std::min(rest.find('"'), rest.size()))};
}

std::optional<Head> read_head(std::string_view text, Range line) {
    std::string_view rest = slice(text, line);
    const std::size_t colons = std::min(rest.find_first_not_of(':'), rest.size());
    if (colons < 3) return std::nullopt;
    rest = trimmed(rest.substr(colons));
    if (rest.starts_with("{.")) {
        const std::size_t close = rest.find('}');
        if (close == none) return std::nullopt;
        const std::string_view inside = rest.substr(2, close - 2);
        return Head{inside.substr(0, inside.find_first_of(" \t")), title_among(text, inside)};
    }
    Head head;
    std::size_t end = 0;
    while (end < rest.size() && (is_alphanumeric(rest[end]) || rest[end] == '-' || rest[end] == '_')) ++end;
    head.kind = rest.substr(0, end);
    if (end < rest.size() && rest[end] != ' ' && rest[end] != '[' && rest[end] != '{') return std::nullopt;
    if (head.kind.empty()) return rest.empty() ? std::optional(head) : std::nullopt;
    rest = trimmed(rest.substr(end));
    if (rest.starts_with('{')) {
        head.title = title_among(text, rest);
        rest = {};
    }
    if (rest.starts_with('[')) rest = rest.substr(1, rest.find(']') - 1);
    if (!rest.empty()) {
        const auto begin = static_cast<std::uint32_t>(rest.data() - text.data());
        head.title = {begin, begin + static_cast<std::uint32_t>(rest.size())};
    }
    return head;
}

bool is_callout_kind(std::string_view kind) {
    constexpr std::string_view kinds[] = {
        "note",           "tip",   "info",    "warning",      "danger",      "caution",         "important",
        "success",        "error", "example", "quote",        "question",    "abstract",        "bug",
        "failure",        "todo",  "hint",    "callout-note", "callout-tip", "callout-warning", "callout-important",
        "callout-caution"};
    return std::find(std::begin(kinds), std::end(kinds), kind) != std::end(kinds);
}

}  // namespace

std::vector<std::size_t> match_divisions(std::string_view text, const std::vector<Range>& lines) {
    std::vector<std::size_t> closing(lines.size(), 0);
    std::vector<std::size_t> open;
    Fence fence;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Range line = lines[i];
        while (line.begin < line.end && std::string_view(" \t>").find(text[line.begin]) != none) ++line.begin;
        if (fence.takes(slice(text, line))) continue;
        const auto head = read_head(text, line);
        if (!head) continue;
        if (!head->kind.empty()) {
            open.push_back(i);
        } else if (!open.empty()) {
            closing[open.back()] = i;
            open.pop_back();
        }
    }
    return closing;
}

std::size_t write_division(FormWriter& out, std::size_t i, const Enclosure& around) {
    const std::size_t close = out.closing_line(i);
    if (close <= i || close >= around.end) return i;
    const Range line = out.content(i, around);
    const auto head = read_head(out.text(), line);
    const auto foot = read_head(out.text(), without_indentation(out.text(), out.content(close, around), 3));
    if (!head || head->kind.empty() || !foot || !foot->kind.empty()) return i;
    const std::string& prefix = around.prefix;
    Enclosure inside = around.within(close, {});
    std::string_view kind = head->kind;
    if (kind == "details") {
        out.put(prefix + "<details><summary>", line.begin);
        out.keep(head->title);
        out.put("</summary>\n" + prefix + "\n", line.begin);
        out.write_lines(i + 1, inside);
        out.put("\n" + prefix + "\n" + prefix + "</details>\n" + prefix + "\n", out.line(close).begin);
    } else if (is_callout_kind(kind)) {
        if (kind.starts_with("callout-")) kind.remove_prefix(8);
        out.write_callout_head(line, prefix, "[!" + std::string(kind) + "]", head->title);
        inside.prefix += "> ";
        out.write_lines(i + 1, inside);
        out.put(prefix + "\n", out.line(close).begin);
    } else {
        if (head->title.size() > 0) out.write_title(head->title, prefix);
        out.write_lines(i + 1, inside);
    }
    return close + 1;
}

}  // namespace notes_export::markdown
