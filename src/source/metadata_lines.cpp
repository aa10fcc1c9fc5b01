#include "source/metadata_lines.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "source/lines.hpp"
#include "support/trimmed.hpp"
#include "unicode/text.hpp"

namespace notes_export::source {
namespace {

constexpr std::size_t none = std::string_view::npos;
constexpr std::size_t longest_key = 24;  // bytes

/// Keys without which the lines are rather prose ("Note: …", "Example: …").
bool tells(std::string_view key) {
    constexpr std::array<std::string_view, 7> known{"title",        "date",         "created", "created at",
                                                    "created time", "date created", "tags"};
    return std::ranges::find(known, key) != known.end();
}

/// `Key: value` in the first column, the key beginning with a capital.
std::optional<FrontMatterField> read_line(std::string_view line, std::size_t begin) {
    const std::size_t colon = line.find(": ");
    if (colon == none || colon == 0 || colon > longest_key || line.front() < 'A' || line.front() > 'Z')
        return std::nullopt;
    std::string key = unicode::lower(line.substr(0, colon));
    if (key.find_first_of("`*[(<.,;") != none || std::ranges::count(key, ' ') > 2) return std::nullopt;
    const std::string_view value = trimmed(line.substr(colon + 2));
    if (value.empty()) return std::nullopt;
    FrontMatterField field{
        std::move(key), {}, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + line.size())}};
    if (field.key == "tags")
        for (const std::string_view item : comma_separated(value)) field.values.emplace_back(item);
    else
        field.values.emplace_back(value);
    return field;
}

/// Where the first paragraph begins, behind a title.
std::size_t first_paragraph(std::string_view text, bool& titled) {
    std::size_t begin = text.find_first_not_of(" \t\n");
    titled = begin != none && text.substr(begin, 2) == "# ";
    if (titled) begin = text.find_first_not_of(" \t\n", std::min(text.find('\n', begin), text.size()));
    return begin;
}

}  // namespace

std::vector<FrontMatterField> read_metadata_lines(std::string_view text) {
    std::vector<FrontMatterField> fields;
    bool titled = false;
    std::size_t lines = 0;
    for (std::size_t at = first_paragraph(text, titled); at < text.size();) {
        const std::string_view line = line_at(text, at);
        if (trimmed(line).empty()) break;
        auto field = read_line(line, at);
        if (!field) return {};
        ++lines;
        // Below a title the author may be that of a book the note is about.
        const bool of_note = !titled || (field->key != "title" && !field->key.starts_with("author"));
        if (of_note) fields.push_back(std::move(*field));
        at += line.size() + 1;
    }
    const bool known = std::ranges::any_of(fields, [](const FrontMatterField& field) { return tells(field.key); });
    return lines > 1 && known ? fields : std::vector<FrontMatterField>();
}

}  // namespace notes_export::source
