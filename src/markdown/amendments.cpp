#include "markdown/amendments.hpp"

#include <algorithm>
#include <string_view>

#include "markdown/table_cells.hpp"
#include "support/ascii.hpp"
#include "unicode/text.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::size_t none = std::string_view::npos;

// ---- symbols

bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// Punctuation of two, three and four bytes: §, ‐ and the Aegean word separator.
constexpr std::string_view stand_ins[] = {"\u00A7", "\u2010", "\U00010100"};

void amend_symbol(std::string& text, std::size_t at) {
    std::size_t behind = at;
    if (!unicode::is_symbol(unicode::decode(text, behind))) return;
    for (const std::string_view mark : stand_ins)
        if (mark.size() == behind - at) text.replace(at, mark.size(), mark);
}

void amend_symbols(std::string& text) {
    for (auto run = text.find_first_of("*_"); run != none; run = text.find_first_of("*_", run)) {
        if (run > 0 && static_cast<unsigned char>(text[run - 1]) >= 0x80) {
            std::size_t before = run - 1;
            while (before > 0 && is_continuation(text[before])) --before;
            amend_symbol(text, before);
        }
        run = std::min(text.find_first_not_of("*_", run), text.size());
        if (run < text.size() && static_cast<unsigned char>(text[run]) >= 0x80) amend_symbol(text, run);
    }
}

// ---- comments

/// Whether a line could be a rule, an underline or a table's row of dashes: blocks come before comments.
bool is_line_of_dashes(std::string_view text, std::size_t begin) {
    const std::size_t other = text.find_first_not_of(" \t>|:-", begin);
    return other == none || text[other] == '\n';
}

void fill_hyphens(std::string& text, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
        if (text[i] == '\n' && is_line_of_dashes(text, i + 1)) {
            i = std::min(text.find('\n', i + 1), end) - 1;
        } else if (text[i] == '-') {
            const std::size_t behind = std::min(text.find_first_not_of('-', i), end);
            if (behind > i + 1)
                std::fill(text.begin() + static_cast<std::ptrdiff_t>(i),
                          text.begin() + static_cast<std::ptrdiff_t>(behind), 'x');
            i = behind;
        }
    }
}

/// Whether only blanks and containers' marks stand before `at` on its line: a comment there is a block.
bool begins_line(std::string_view text, std::size_t at) {
    const std::size_t other = text.find_last_not_of(" \t>", at - (at > 0 ? 1 : 0));
    return at == 0 || other == none || text[other] == '\n';
}

/// Makes a comment a processing instruction, which ends with "?>".
void amend_opening(std::string& text, std::size_t at, std::size_t end) {
    const bool ends_before = std::string_view(text).substr(at, end - at).find("?>") != none;
    if (text[at + 4] != '\n' || begins_line(text, at) || ends_before) return;
    text[at + 1] = '?';
    text[end + 1] = '?';
}

void amend_comments(std::string& text) {
    const auto stands_at = [&](std::size_t at, std::string_view end) { return text.compare(at, end.size(), end) == 0; };
    std::size_t end = 0, paragraph_end = 0;  // the next ones
    for (auto at = text.find("<!--"); at != none; at = text.find("<!--", at)) {
        if (stands_at(at, "<!-->") || stands_at(at, "<!--->")) {
            const std::size_t bracket = text.find('>', at);
            std::fill(text.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                      text.begin() + static_cast<std::ptrdiff_t>(bracket), 'x');
            at = bracket;
            continue;
        }
        if (end < at + 4) end = text.find("-->", at + 4);
        if (end == none) return;
        // An inline comment ends with its paragraph.
        if (paragraph_end < at) paragraph_end = text.find("\n\n", at);
        if (end < paragraph_end) {
            fill_hyphens(text, at + 4, end);
            amend_opening(text, at, end);
        }
        at = end < paragraph_end ? end : at + 4;
    }
}

// ---- tables

std::string_view without_quotes(std::string_view line) {
    const auto begin = line.find_first_not_of(" \t>");
    return begin == none ? std::string_view() : line.substr(begin);
}

/// Without the marks of list items either.
std::string_view without_containers(std::string_view line) {
    for (;;) {
        line = without_quotes(line);
        std::size_t mark = 0;
        while (mark < line.size() && ascii::is_digit(line[mark])) ++mark;
        const bool item = mark < line.size() && std::string_view(mark == 0 ? "-+*" : ".)").find(line[mark]) != none &&
                          mark + 1 < line.size() && line[mark + 1] == ' ';
        if (!item) return line;
        line.remove_prefix(mark + 1);
    }
}

void amend_tables(std::string& text) {
    std::size_t before = none;  // where the line before begins
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = without_quotes(std::string_view(text).substr(begin, end - begin));
        if (before != none && !line.empty() && std::string_view("|:-").find(line.front()) != none &&
            is_row_of_dashes(line)) {
            const std::string_view head = std::string_view(text).substr(before, begin - 1 - before);
            const std::size_t columns = count_cells(line).all;
            const bool fits = count_cells(without_quotes(head)).can_be(columns) ||
                              count_cells(without_containers(head)).can_be(columns);
            if (!fits) text[text.find('-', begin)] = 'x';
        }
        before = begin;
        begin = end + 1;
    }
}

}  // namespace

void amend(std::string& text) {
    amend_symbols(text);
    amend_comments(text);
    amend_tables(text);
}

void amend_definitions(std::string& text) {
    for (auto colon = text.find("]:"); colon != none; colon = text.find("]:", colon + 2)) text[colon + 1] = 'x';
}

std::size_t most_expanded(std::string_view text) {
    return std::max<std::size_t>(1 << 20, text.size() * 10);
}

}  // namespace notes_export::markdown
