#include "markdown/dialect/snippets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "markdown/dialect/containers.hpp"
#include "markdown/dialect/includes.hpp"
#include "markdown/dialect/lines.hpp"
#include "markdown/dialect/place.hpp"
#include "support/trimmed.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::size_t none = std::string_view::npos;

struct Snippet {
    std::string_view file, selection;
};

/// "file.md:2:5" and "file.md:section"
Snippet read_path(std::string_view path) {
    const std::size_t colon = path.find(':');
    return {path.substr(0, colon), colon == none ? std::string_view() : path.substr(colon + 1)};
}

/// What a line asks for; no file when it asks for none.
Snippet read_line(std::string_view line) {
    line = trimmed(line);
    if (line.starts_with("{!") && line.ends_with("!}") && line.size() > 4) {
        const std::string_view path = trimmed(line.substr(2, line.size() - 4));
        return path.find_first_of(" !{}") == none && path.find('.') != none ? Snippet{path, {}} : Snippet{};
    }
    const std::size_t dashes = line.find_first_not_of('-');
    if (dashes == none || dashes == 0 || !line.substr(dashes).starts_with("8<-")) return {};
    line.remove_prefix(dashes + 3);
    line = trimmed(line.substr(std::min(line.find_first_not_of('-'), line.size())));
    const bool quoted = line.size() > 2 && (line.front() == '"' || line.front() == '\'') && line.back() == line.front();
    return quoted ? read_path(line.substr(1, line.size() - 2)) : Snippet{};
}

bool is_section(std::string_view selection) {
    return !selection.empty() && !is_digit(selection.front()) && selection.front() != ':';
}

/// The lines between "--8<-- [start:name]" and "--8<-- [end:name]", without lines that only name sections.
std::string select_section(std::string_view file, std::string_view name) {
    std::string out;
    bool inside = name.empty();
    for_each_line(file, [&](std::string_view line) {
        const bool mark = line.find("8<") != none;
        const auto names = [&](const char* sign) { return line.find(fmt::format("[{}:{}]", sign, name)) != none; };
        if (mark && !name.empty() && names("start"))
            inside = true;
        else if (mark && !name.empty() && names("end"))
            inside = false;
        else if (inside && !(mark && (line.find("[start:") != none || line.find("[end:") != none)))
            out += line;
    });
    return out;
}

std::string selected(std::string_view file, std::string_view selection) {
    if (is_section(selection)) return select_section(file, selection);
    return select_section(selection.empty() ? std::string(file) : select_lines(file, selection), {});
}

std::string with_prefix(std::string_view lines, std::string_view prefix) {
    std::string out;
    for_each_line(lines, [&](std::string_view line) { out.append(prefix).append(line); });
    return out;
}

}  // namespace

bool may_have_snippets(std::string_view text) {
    return text.find("-8<-") != none || text.find("{!") != none;
}

MappedText expand_snippets(const MappedText& text, const Expanding& context) {
    const std::string_view all = text.text;
    Rewriter out(text);
    std::uint32_t kept = 0;
    std::optional<Structure> structure;
    for (Range line; line.begin < all.size(); line.begin = line.end + 1) {
        line = line_at(all, line.begin);
        const Snippet snippet = read_line(slice(all, line));
        if (snippet.file.empty()) continue;
        auto file = context.resolve(snippet.file);
        if (!file) file = context.resolve("/" + std::string(snippet.file));
        if (!file) {
            if (!structure) structure = read_structure(all);
            if (!is_code(*structure, line.begin))
                context.warn(text, line, "include-missing",
                             fmt::format("{} is not there to be included; the line stays as it is", snippet.file),
                             "Check the path; it is relative to the note or to the archive's top");
            continue;
        }
        std::string lines = selected(*file, snippet.selection);
        while (lines.ends_with('\n')) lines.pop_back();
        const std::string_view words = slice(all, line);
        lines = with_prefix(lines, words.substr(0, words.find_first_not_of(" \t")));
        if (!context.includes(lines.size())) continue;
        out.keep({kept, line.begin});
        out.insert(lines, line.begin);
        kept = line.end;
    }
    out.keep({kept, static_cast<std::uint32_t>(all.size())});
    return out.finish();
}

}  // namespace notes_export::markdown
