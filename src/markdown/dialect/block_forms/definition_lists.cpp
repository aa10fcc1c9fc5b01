#include <algorithm>
#include <optional>

#include "markdown/dialect/block_forms/forms.hpp"
#include "markdown/dialect/place.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::size_t none = std::string_view::npos;

/// The text behind `:` of a definition, with its offset in the line; nothing when the line is none.
std::optional<std::uint32_t> definition_begin(std::string_view line) {
    const std::size_t at = std::min(line.find_first_not_of(" \t"), line.size());
    if (at > 3 || line.size() < at + 3 || line[at] != ':' || !is_blank(line[at + 1])) return std::nullopt;
    const std::size_t begin = line.find_first_not_of(" \t", at + 1);
    if (begin == none) return std::nullopt;
    return static_cast<std::uint32_t>(begin);
}

/// Whether a line can be a term: running text, not the beginning of some block.
bool is_term(std::string_view line) {
    if (line.empty() || is_blank(line.front())) return false;
    constexpr std::string_view openers = "#>|<`~:$%!?";
    if (openers.find(line.front()) != none || line.starts_with("[^") || line.starts_with("---")) return false;
    if ((line.front() == '-' || line.front() == '*' || line.front() == '+') && line.size() > 1 && is_blank(line[1]))
        return false;
    std::size_t digits = 0;
    while (digits < line.size() && is_digit(line[digits])) ++digits;
    return !(digits > 0 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') &&
             is_blank(line[digits + 1]));
}

/// Where the first definition of a term at line `i` stands; nothing when it has none.
std::optional<std::size_t> first_definition(const FormWriter& in, std::size_t i, const Enclosure& around) {
    constexpr std::size_t most_terms = 3;
    std::size_t j = i;
    while (j < around.end && j < i + most_terms && is_term(in.words(j, around))) ++j;
    if (j == i) return std::nullopt;
    if (j < around.end && in.is_blank_line(j, around) && j == i + 1) ++j;
    if (j == around.end || !definition_begin(in.words(j, around))) return std::nullopt;
    return j;
}

void write_term(FormWriter& out, std::size_t i, const Enclosure& around) {
    const std::string& prefix = around.prefix;
    const std::uint32_t at = out.line(i).begin;
    out.put(prefix + "<dt>\n" + prefix + "\n", at);
    out.write_line(i, out.content(i, around), prefix);
    out.put("\n" + prefix + "\n" + prefix + "</dt>\n", at);
}

/// One `: text` with its paragraphs; returns the line of what comes next.
std::size_t write_definition(FormWriter& out, std::size_t i, const Enclosure& around) {
    std::size_t end = i + 1;   // behind its last line
    std::size_t next = i + 1;  // behind the blank lines that follow
    for (bool paragraph = true; next < around.end; ++next) {
        if (out.is_blank_line(next, around)) {
            paragraph = false;
            continue;
        }
        const bool indented = out.indentation(next, around) >= 2;
        if (definition_begin(out.words(next, around)) || (!paragraph && !indented)) break;
        end = next + 1;
    }
    const Range line = out.content(i, around);
    const std::string& prefix = around.prefix;
    out.put(prefix + "<dd>\n" + prefix + "\n", line.begin);
    out.write_line(i, {line.begin + *definition_begin(slice(out.text(), line)), line.end}, prefix);
    out.write_lines(i + 1, around.within(end, {.columns = 4}));
    out.put("\n" + prefix + "\n" + prefix + "</dd>\n", out.line(end - 1).end);
    return next;
}

}  // namespace

// As HTML, which encloses Markdown: the rest of the program knows it already.
std::size_t write_definitions(FormWriter& out, std::size_t i, const Enclosure& around) {
    auto definition = first_definition(out, i, around);
    if (!definition) return i;
    const std::string& prefix = around.prefix;
    out.put(prefix + "<dl>\n", out.line(i).begin);
    while (definition) {
        for (; i < *definition; ++i)
            if (!out.is_blank_line(i, around)) write_term(out, i, around);
        while (i < around.end && definition_begin(out.words(i, around))) i = write_definition(out, i, around);
        definition = i < around.end ? first_definition(out, i, around) : std::nullopt;
    }
    out.put(prefix + "</dl>\n" + prefix + "\n", out.line(i - 1).begin);
    return i;
}

}  // namespace notes_export::markdown
