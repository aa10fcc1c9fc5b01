#include <algorithm>
#include <optional>

#include "markdown/dialect/attributes.hpp"
#include "markdown/dialect/block_forms/fence.hpp"
#include "markdown/dialect/block_forms/forms.hpp"
#include "markdown/dialect/containers.hpp"
#include "markdown/dialect/place.hpp"
#include "support/trimmed.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::size_t none = std::string_view::npos;

/// `:::kind Title`, `::: {.kind #id}`, `:::kind[Title]`, `:::kind{title="Title"}`; a closing `:::` is alone.
struct Head {
    bool opens = false;
    std::string_view kind;  ///< may be empty
    Range title;
};

Range place_of(std::string_view words, std::string_view text) {
    if (words.empty()) return {};
    const auto begin = static_cast<std::uint32_t>(words.data() - text.data());
    return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

/// The attributes that `text` begins with, in their braces.
std::optional<AttributeList> attributes_of(std::string_view text) {
    const std::size_t close = text.find('}');
    return close == none ? std::nullopt : read_attribute_list(text.substr(1, close - 1));
}

std::optional<Head> read_head(std::string_view text, Range line) {
    std::string_view rest = slice(text, line);
    const std::size_t colons = std::min(rest.find_first_not_of(':'), rest.size());
    if (colons < 3) return std::nullopt;
    rest = trimmed(rest.substr(colons));
    if (rest.empty()) return Head{};
    if (rest.starts_with('{')) {
        const auto attributes = attributes_of(rest);
        if (!attributes) return std::nullopt;
        return Head{true, attributes->kind, place_of(attributes->value("title"), text)};
    }
    std::size_t end = 0;
    while (end < rest.size() && (is_alphanumeric(rest[end]) || rest[end] == '-' || rest[end] == '_')) ++end;
    if (end == 0 || (end < rest.size() && rest[end] != ' ' && rest[end] != '[' && rest[end] != '{'))
        return std::nullopt;
    Head head{true, rest.substr(0, end), {}};
    rest = trimmed(rest.substr(end));
    if (rest.starts_with('{')) {
        const auto attributes = attributes_of(rest);
        head.title = place_of(attributes ? attributes->value("title") : std::string_view(), text);
        return head;
    }
    if (rest.starts_with('[')) rest = rest.substr(1, rest.find(']') - 1);
    head.title = place_of(rest, text);
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
        if (head->opens) {
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
    if (!head || !head->opens || !foot || foot->opens) return i;
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
