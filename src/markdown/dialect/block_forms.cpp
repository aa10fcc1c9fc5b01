#include "markdown/dialect/block_forms.hpp"

#include <algorithm>
#include <optional>

#include "markdown/dialect/containers.hpp"
#include "markdown/dialect/place.hpp"
#include "support/trimmed.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::size_t none = std::string_view::npos;
constexpr int deepest = 16;  // forms within forms; each level adds a prefix to every line

std::size_t indentation(std::string_view line) {
    return std::min(line.find_first_not_of(" \t"), line.size());
}

/// Opening or going on with fenced code: the fence's character and length while inside.
struct Fence {
    char character = 0;
    std::size_t length = 0;

    /// Whether the line is code or a fence; keeps count.
    bool takes(std::string_view line) {
        const std::string_view rest = line.substr(indentation(line));
        const char c = rest.empty() ? ' ' : rest.front();
        std::size_t run = 0;
        while (run < rest.size() && rest[run] == c) ++run;
        if (character == 0) {
            if ((c != '`' && c != '~') || run < 3 || (c == '`' && rest.find('`', run) != none)) return false;
            character = c;
            length = run;
            return true;
        }
        if (c == character && run >= length && trimmed(rest.substr(run)).empty()) character = 0;
        return true;
    }
};

/// `!!! kind "Title"`, `??? kind`, `???+ kind`.
struct AdmonitionHead {
    std::string_view kind;
    Range title;
    std::string_view fold;
    bool titled = false;
};

std::optional<AdmonitionHead> admonition_head(std::string_view text, Range line) {
    std::string_view rest = slice(text, line);
    AdmonitionHead head;
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

/// `:::kind Title`, `::: {.kind}`, `:::kind[Title]`; a closing `:::` has no kind.
struct DivisionHead {
    std::string_view kind;
    Range title;
};

std::optional<DivisionHead> division_head(std::string_view text, Range line) {
    std::string_view rest = slice(text, line);
    const std::size_t colons = std::min(rest.find_first_not_of(':'), rest.size());
    if (colons < 3) return std::nullopt;
    rest = trimmed(rest.substr(colons));
    if (rest.starts_with("{.")) {
        const std::size_t close = rest.find('}');
        if (close == none) return std::nullopt;
        const std::string_view inside = rest.substr(2, close - 2);
        return DivisionHead{inside.substr(0, inside.find_first_of(" \t")), {}};
    }
    DivisionHead head;
    std::size_t end = 0;
    while (end < rest.size() && (is_alphanumeric(rest[end]) || rest[end] == '-' || rest[end] == '_')) ++end;
    head.kind = rest.substr(0, end);
    if (end < rest.size() && rest[end] != ' ' && rest[end] != '[' && rest[end] != '{') return std::nullopt;
    if (head.kind.empty()) return rest.empty() ? std::optional(head) : std::nullopt;
    rest = trimmed(rest.substr(end));
    if (rest.starts_with('{')) rest = {};
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

/// The text behind `:` of a definition, with its offset in the line; nothing when the line is none.
std::optional<std::uint32_t> definition_begin(std::string_view line) {
    const std::size_t at = indentation(line);
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

bool is_poem_line(std::string_view line) {
    return line.starts_with("| ") || line == "|";
}

/// A table's delimiter row with runs of one or two dashes: GFM has them, md4c 0.4.8 wants three.
bool is_short_delimiter_row(std::string_view line) {
    const std::size_t begin = line.find_first_not_of("> \t");
    if (indentation(line) >= 4) return false;  // code
    if (begin == none || line.find_first_not_of("|:- \t", begin) != none || line.find('|', begin) == none) return false;
    bool is_short = false;
    for (std::size_t at = line.find('-', begin); at != none;) {
        const std::size_t end = std::min(line.find_first_not_of('-', at), line.size());
        is_short = is_short || end - at < 3;
        at = line.find('-', end);
    }
    return is_short;
}

class BlockForms {
public:
    explicit BlockForms(const MappedText& in) : in_(in), text_(in.text), out_(in) {
        for (std::uint32_t at = 0; at < text_.size();) {
            lines_.push_back(line_at(text_, at));
            at = lines_.back().end + 1;
        }
        match_divisions();
    }

    MappedText expand() {
        write_lines(0, lines_.size(), 0, "", 0);
        return out_.finish();
    }

private:
    /// For each line that opens a division the line that closes it.
    void match_divisions() {
        closing_.assign(lines_.size(), 0);
        std::vector<std::size_t> open;
        Fence fence;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const Range line = without_indentation(text_, lines_[i], 3);
            if (fence.takes(slice(text_, line))) continue;
            const auto head = division_head(text_, line);
            if (!head) continue;
            if (!head->kind.empty()) {
                open.push_back(i);
            } else if (!open.empty()) {
                closing_[open.back()] = i;
                open.pop_back();
            }
        }
    }

    void write_lines(std::size_t first, std::size_t last, int strip, const std::string& prefix, int depth) {
        Fence fence;
        bool after_blank = true;  // a block can begin here
        for (std::size_t i = first; i < last;) {
            const Range line = content(i, strip);
            const std::string_view words = slice(text_, line);
            if (!fence.takes(words) && depth < deepest) {
                std::size_t next = write_admonition(i, last, strip, prefix, depth);
                if (next == i) next = write_division(i, last, strip, prefix, depth);
                if (next == i && after_blank) next = write_definitions(i, last, strip, prefix, depth);
                if (next == i && after_blank) next = write_poem(i, last, strip, prefix);
                if (next != i) {
                    i = next;
                    after_blank = true;
                    continue;
                }
            }
            const bool below_head = i > first && slice(text_, lines_[i - 1]).find('|') != none;
            if (fence.character == 0 && below_head && is_short_delimiter_row(words))
                write_delimiters(i, line, prefix);
            else
                write_line(i, line, prefix);
            after_blank = trimmed(words).empty();
            ++i;
        }
    }

    Range content(std::size_t i, int strip) const { return without_indentation(text_, lines_[i], strip); }
    bool blank(std::size_t i) const { return trimmed(slice(text_, lines_[i])).empty(); }

    void write_line(std::size_t i, Range line, const std::string& prefix) {
        put(prefix, line.begin);
        out_.keep({line.begin, std::min(lines_[i].end + 1, static_cast<std::uint32_t>(text_.size()))});
    }

    void write_delimiters(std::size_t i, Range line, const std::string& prefix) {
        put(prefix, line.begin);
        std::uint32_t kept = line.begin;
        for (std::uint32_t at = line.begin; at < line.end;) {
            std::uint32_t end = at + 1;
            while (text_[at] == '-' && end < line.end && text_[end] == '-') ++end;
            out_.keep({kept, end});
            if (text_[at] == '-' && end - at < 3) put(end - at == 1 ? "--" : "-", at);
            kept = at = end;
        }
        out_.keep({kept, std::min(lines_[i].end + 1, static_cast<std::uint32_t>(text_.size()))});
    }

    void put(std::string_view text, std::uint32_t at) {
        out_.insert(text, std::min(at, static_cast<std::uint32_t>(text_.size()) - 1));
    }

    void write_head(Range line, const std::string& prefix, std::string_view kind, std::string_view fold, Range title) {
        put(prefix + "> [!" + std::string(kind) + "]" + std::string(fold) + " ", line.begin);
        out_.keep(title);
        put("\n", line.begin);
    }

    std::size_t write_admonition(std::size_t i, std::size_t last, int strip, const std::string& prefix, int depth) {
        const Range line = content(i, strip);
        const auto head = admonition_head(text_, line);
        if (!head) return i;
        std::size_t end = i + 1;
        for (std::size_t j = end; j < last; ++j) {
            if (blank(j)) continue;
            if (indented(j, strip) < 4) break;
            end = j + 1;
        }
        if (end == i + 1 && !head->titled) return i;
        write_head(line, prefix, head->kind, head->fold, head->title);
        write_lines(i + 1, end, strip + 4, prefix + "> ", depth + 1);
        put(trimmed(prefix).empty() ? "\n\n" : "\n" + prefix + "\n", lines_[end - 1].end);
        return end;
    }

    int indented(std::size_t i, int strip) const {
        return static_cast<int>(indentation(slice(text_, content(i, strip))) +
                                (slice(text_, content(i, strip)).starts_with('\t') ? 3 : 0));
    }

    std::size_t write_division(std::size_t i, std::size_t last, int strip, const std::string& prefix, int depth) {
        const Range line = content(i, strip);
        const std::size_t close = closing_[i];
        if (close <= i || close >= last) return i;
        const auto head = division_head(text_, line);
        if (!head || head->kind.empty()) return i;
        std::string_view kind = head->kind;
        if (kind == "details") {
            put(prefix + "<details><summary>", line.begin);
            out_.keep(head->title);
            put("</summary>\n" + prefix + "\n", line.begin);
            write_lines(i + 1, close, strip, prefix, depth + 1);
            put("\n" + prefix + "\n" + prefix + "</details>\n" + prefix + "\n", lines_[close].begin);
        } else if (is_callout_kind(kind)) {
            if (kind.starts_with("callout-")) kind.remove_prefix(8);
            write_head(line, prefix, kind, "", head->title);
            write_lines(i + 1, close, strip, prefix + "> ", depth + 1);
            put(prefix + "\n", lines_[close].begin);
        } else {
            write_lines(i + 1, close, strip, prefix, depth + 1);
        }
        return close + 1;
    }

    /// Where the first definition of a term at line `i` stands; nothing when it has none.
    std::optional<std::size_t> first_definition(std::size_t i, std::size_t last, int strip) const {
        constexpr std::size_t most_terms = 3;
        std::size_t j = i;
        while (j < last && j < i + most_terms && is_term(slice(text_, content(j, strip)))) ++j;
        if (j == i) return std::nullopt;
        if (j < last && blank(j) && j == i + 1) ++j;
        if (j == last || !definition_begin(slice(text_, content(j, strip)))) return std::nullopt;
        return j;
    }

    /// As HTML, which encloses Markdown: the rest of the program knows it already.
    std::size_t write_definitions(std::size_t i, std::size_t last, int strip, const std::string& prefix, int depth) {
        auto definition = first_definition(i, last, strip);
        if (!definition) return i;
        put(prefix + "<dl>\n", lines_[i].begin);
        while (definition) {
            for (; i < *definition; ++i) {
                if (blank(i)) continue;
                put(prefix + "<dt>\n" + prefix + "\n", lines_[i].begin);
                write_line(i, content(i, strip), prefix);
                put("\n" + prefix + "\n" + prefix + "</dt>\n", lines_[i].begin);
            }
            while (i < last && definition_begin(slice(text_, content(i, strip))))
                i = write_definition(i, last, strip, prefix, depth);
            definition = i < last ? first_definition(i, last, strip) : std::nullopt;
        }
        put(prefix + "</dl>\n" + prefix + "\n", lines_[i - 1].begin);
        return i;
    }

    /// One `: text` with its paragraphs; returns the line of what comes next.
    std::size_t write_definition(std::size_t i, std::size_t last, int strip, const std::string& prefix, int depth) {
        const Range line = content(i, strip);
        std::size_t end = i + 1;   // behind its last line
        std::size_t next = i + 1;  // behind the blank lines that follow
        for (bool paragraph = true; next < last; ++next) {
            if (blank(next)) {
                paragraph = false;
                continue;
            }
            const std::string_view words = slice(text_, content(next, strip));
            if (definition_begin(words) || (!paragraph && indented(next, strip) < 2)) break;
            end = next + 1;
        }
        put(prefix + "<dd>\n" + prefix + "\n", line.begin);
        write_line(i, {line.begin + *definition_begin(slice(text_, line)), line.end}, prefix);
        write_lines(i + 1, end, strip + 4, prefix, depth + 1);
        put("\n" + prefix + "\n" + prefix + "</dd>\n", lines_[end - 1].end);
        return next;
    }

    /// Lines of a poem end in breaks, and keep the blanks they begin with.
    std::size_t write_poem(std::size_t i, std::size_t last, int strip, const std::string& prefix) {
        std::size_t end = i;
        while (end < last && is_poem_line(slice(text_, content(end, strip)))) {
            if (slice(text_, content(end, strip)).find('|', 1) != none) return i;  // a table
            ++end;
        }
        if (end < i + 2) return i;
        for (; i < end; ++i) {
            Range line = content(i, strip);
            line.begin = std::min(line.begin + 2, line.end);
            put(prefix, line.begin);
            for (; line.begin < line.end && text_[line.begin] == ' '; ++line.begin) put("\u00A0", line.begin);
            out_.keep(line);
            const bool verse = line.begin < line.end;
            const bool followed = i + 1 < end && content(i + 1, strip).size() > 2;
            put(verse && followed ? "\\\n" : "\n", line.begin);
        }
        return end;
    }

    const MappedText& in_;
    std::string_view text_;
    Rewriter out_;
    std::vector<Range> lines_;
    std::vector<std::size_t> closing_;
};

}  // namespace

bool may_have_block_forms(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = std::min(text.find_first_not_of(" \t", at), text.size() - 1);
        const char c = text[begin];
        const char next = begin + 1 < text.size() ? text[begin + 1] : '\n';
        if ((c == '!' && next == '!') || (c == '?' && next == '?') || (c == ':' && (next == ':' || is_blank(next))))
            return true;
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (c == '|' || c == '-' || c == ':' || c == '>')
            if (is_short_delimiter_row(text.substr(at, end - at))) return true;
        if (c == '|' && next == ' ' && text.substr(begin + 1, end - begin - 1).find('|') == none) return true;
        at = end + 1;
    }
    return false;
}

MappedText expand_block_forms(const MappedText& text) {
    if (text.text.empty()) return text;
    return BlockForms(text).expand();
}

}  // namespace notes_export::markdown
