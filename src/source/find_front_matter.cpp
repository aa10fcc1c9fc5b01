#include <algorithm>

#include "source/front_matter.hpp"
#include "source/lines.hpp"
#include "support/ascii.hpp"
#include "unicode/text.hpp"

namespace notes_export::source {
namespace {

/// Front matter is short; a rule this far away belongs to the text.
constexpr std::size_t longest_block = std::size_t{256} * 1024;

/// Without the blanks behind it.
std::string_view words_at(std::string_view text, std::size_t begin) {
    const std::string_view line = line_at(text, begin);
    return line.substr(0, line.find_last_not_of(" \t") + 1);
}

std::size_t next_line(std::string_view text, std::size_t begin) {
    const std::size_t end = text.find('\n', begin);
    return end == std::string_view::npos ? text.size() : end + 1;
}

bool is_blank_line(std::string_view line) {
    return line.find_first_not_of(" \t") == std::string_view::npos;
}

/// What a line in the first column says about whether keys and values stand here.
enum class LineKind { neutral, key, value, prose };

bool is_key_character(char32_t c) {
    return c > 0x7F || c == '_' || c == '-' || c == '.' || c == '/' || ascii::is_alphanumeric(c);
}

/// A name as keys have: one word, or up to three ("Due date"); in quotes anything.
bool is_key(std::string_view name) {
    while (name.ends_with(' ') || name.ends_with('\t')) name.remove_suffix(1);
    if (name.size() >= 2 && (name.front() == '"' || name.front() == '\'') && name.back() == name.front()) return true;
    if (name.empty() || name.size() > 60) return false;
    const auto blanks = std::count(name.begin(), name.end(), ' ');
    if (blanks > 2) return false;
    for (std::size_t at = 0; at < name.size();) {
        const char32_t c = unicode::decode(name, at);
        if (!is_key_character(c) && c != ' ') return false;
    }
    return true;
}

LineKind yaml_line(std::string_view line) {
    if (is_blank_line(line) || line.front() == '#' || line.front() == ' ' || line.front() == '\t')
        return LineKind::neutral;
    if (line == "-" || line.starts_with("- ") || line.front() == ']' || line.front() == '}') return LineKind::value;
    for (std::size_t colon = line.find(':'); colon != std::string_view::npos; colon = line.find(':', colon + 1)) {
        if (colon + 1 < line.size() && line[colon + 1] != ' ' && line[colon + 1] != '\t') continue;
        return is_key(line.substr(0, colon)) ? LineKind::key : LineKind::prose;
    }
    return LineKind::prose;
}

LineKind toml_line(std::string_view line) {
    while (line.starts_with(' ') || line.starts_with('\t')) line.remove_prefix(1);
    if (line.empty() || line.front() == '#') return LineKind::neutral;
    if (line.front() == '[' && line.ends_with(']')) return LineKind::key;
    const std::size_t sign = line.find('=');
    if (sign != std::string_view::npos && is_key(line.substr(0, sign))) return LineKind::key;
    return line.front() == ']' || line.front() == '"' || line.front() == '}' ? LineKind::value : LineKind::prose;
}

/// One word without capitals, as programs write keys; a sentence that begins so begins with a capital.
bool is_key_of_a_program(std::string_view line) {
    return std::ranges::all_of(line.substr(0, line.find(':')),
                               [](char c) { return ascii::is_lower(c) || c == '-' || c == '_'; });
}

/// Behind a blank line only what cannot be prose between two rules: Obsidian's plugins leave such a line.
bool is_mapping_behind_blank(std::string_view content, LineKind (*kind_of)(std::string_view)) {
    std::size_t keys = 0;
    for (std::size_t begin = 0; begin < content.size(); begin = next_line(content, begin)) {
        const std::string_view line = words_at(content, begin);
        const LineKind kind = kind_of(line);
        const bool key = kind == LineKind::key && is_key_of_a_program(line);
        if (!key && !is_blank_line(line) && (keys == 0 || (kind != LineKind::value && line.front() != ' ')))
            return false;
        keys += key;
    }
    return keys > 0;
}

/// Whether the lines are keys and values: a key first, and at most a stray line of something else for every two keys
/// (the parser then says that it is broken, and the note shows the block).
bool looks_like_mapping(std::string_view content, LineKind (*kind_of)(std::string_view)) {
    if (content.empty()) return false;
    if (is_blank_line(words_at(content, 0))) return is_mapping_behind_blank(content, kind_of);
    std::size_t keys = 0, prose = 0;
    for (std::size_t begin = 0; begin < content.size(); begin = next_line(content, begin)) {
        const std::string_view line = words_at(content, begin);
        const LineKind kind = kind_of(line);
        if (keys == 0 && kind != LineKind::key && (kind != LineKind::neutral || line.starts_with(' '))) return false;
        keys += kind == LineKind::key;
        prose += kind == LineKind::prose;
    }
    return keys > 0 && prose * 2 <= keys;
}

/// Sites are built by programs that take every pair of fences for front matter, an empty one too.
bool is_built(Dialect dialect) {
    return dialect == Dialect::jekyll || dialect == Dialect::hugo;
}

bool may_be_empty(Dialect dialect) {
    return is_built(dialect) || dialect == Dialect::obsidian;
}

SourceSpan span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::optional<FrontMatterBlock> find_fenced(std::string_view text, Dialect dialect, FrontMatterForm form) {
    const std::string_view fence = form == FrontMatterForm::toml ? "+++" : "---";
    const std::size_t begin = next_line(text, 0);
    for (std::size_t at = begin; at < std::min(text.size(), longest_block); at = next_line(text, at)) {
        const std::string_view line = words_at(text, at);
        if (line != fence && !(line == "..." && form == FrontMatterForm::yaml)) continue;
        std::string_view content = text.substr(begin, at - begin);
        const bool empty = content.find_first_not_of(" \t\n") == std::string_view::npos;
        // Elsewhere blank lines below a rule say that it is one, unless a program has written what follows.
        while (!empty && is_built(dialect) && is_blank_line(words_at(content, 0)))
            content.remove_prefix(next_line(content, 0));
        const auto kind_of = form == FrontMatterForm::toml ? toml_line : yaml_line;
        if (empty ? !may_be_empty(dialect) : !looks_like_mapping(content, kind_of)) return std::nullopt;
        return FrontMatterBlock{form, span(0, next_line(text, at)), span(begin, at)};
    }
    return std::nullopt;
}

/// Offset behind the brace that closes the one at the start; nothing when none does.
std::optional<std::size_t> end_of_object(std::string_view text) {
    int open = 0;
    bool in_string = false;
    for (std::size_t at = 0; at < std::min(text.size(), longest_block); ++at) {
        const char c = text[at];
        if (in_string) {
            if (c == '\\')
                ++at;
            else if (c == '"')
                in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{') {
            ++open;
        } else if (c == '}' && --open == 0) {
            return at + 1;
        }
    }
    return std::nullopt;
}

/// JSON as Hugo takes it. Elsewhere only what stands on lines of its own is taken for it, and never what does not
/// parse.
std::optional<FrontMatterBlock> find_json(std::string_view text, Dialect dialect) {
    const std::size_t inside = text.find_first_not_of(" \t\n", 1);
    if (inside == std::string_view::npos || text[inside] != '"') return std::nullopt;
    if (dialect != Dialect::hugo && words_at(text, 0) != "{") return std::nullopt;
    const auto end = end_of_object(text);
    if (!end || !is_blank_line(words_at(text, *end)) || read_yaml(text.substr(0, *end), 0).failed) return std::nullopt;
    return FrontMatterBlock{FrontMatterForm::json, span(0, next_line(text, *end)), span(0, *end)};
}

}  // namespace

std::optional<FrontMatterBlock> find_front_matter(std::string_view text, Dialect dialect) {
    const std::string_view first = words_at(text, 0);
    if (first == "---") return find_fenced(text, dialect, FrontMatterForm::yaml);
    if (first == "+++") return find_fenced(text, dialect, FrontMatterForm::toml);
    if (text.starts_with('{')) return find_json(text, dialect);
    return std::nullopt;
}

}  // namespace notes_export::source
