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

/// Where MkDocs shall put the box: nothing to a book.
bool is_place(std::string_view word) {
    return word == "inline" || word == "end" || word == "left" || word == "right" || word == "annotate";
}

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
    std::string_view title = trimmed(rest.substr(end));
    while (!title.empty() && is_place(title.substr(0, title.find_first_of(" \""))))
        title = trimmed(title.substr(std::min(title.find_first_of(" \""), title.size())));
    head.titled = title.size() >= 2 && title.front() == '"' && title.back() == '"';
    if (head.titled)
        title = title.substr(1, title.size() - 2);
    else if (title.find('"') != none)
        return std::nullopt;
    if (title.empty()) return head;
    head.title.begin = static_cast<std::uint32_t>(title.data() - text.data());
    head.title.end = head.title.begin + static_cast<std::uint32_t>(title.size());
    return head;
}

}  // namespace

std::size_t write_admonition(FormWriter& out, std::size_t i, const Enclosure& around, bool after_blank) {
    const Range line = out.content(i, around);
    const auto head = read_head(out.text(), line);
    if (!head) return i;
    const std::size_t end = out.end_of_indented(i, around);
    if (end == i + 1 && !head->titled) return i;
    const std::string& prefix = around.prefix;
    if (!after_blank) out.put(prefix + "\n", line.begin);
    out.write_callout_head(line, prefix, "[!" + std::string(head->kind) + "]" + std::string(head->fold), head->title);
    out.write_lines(i + 1, around.within(end, {.columns = 4}, "> "));
    out.put_end(prefix, out.line(end - 1).end);
    return end;
}

}  // namespace notes_export::markdown
