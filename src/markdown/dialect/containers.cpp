#include "markdown/dialect/containers.hpp"

#include <algorithm>

namespace notes_export::markdown {
namespace {

int advance(int column, char c) {
    return c == '\t' ? (column / 4 + 1) * 4 : column + 1;
}

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

}  // namespace

std::optional<std::string_view> prefix_alone(std::string_view text, std::uint32_t offset) {
    const std::size_t other = text.substr(0, offset).find_last_not_of(" \t>");
    const std::size_t begin = other == std::string_view::npos ? 0 : other + 1;
    if (begin > 0 && text[other] != '\n') return std::nullopt;
    return text.substr(begin, offset - begin);
}

std::uint32_t line_begin(std::string_view text, std::uint32_t offset) {
    if (offset == 0) return 0;
    const std::size_t newline = text.rfind('\n', offset - 1);
    return newline == std::string_view::npos ? 0 : static_cast<std::uint32_t>(newline + 1);
}

Range line_at(std::string_view text, std::uint32_t begin) {
    const std::size_t newline = text.find('\n', begin);
    return {begin, static_cast<std::uint32_t>(newline == std::string_view::npos ? text.size() : newline)};
}

Container container_of(std::string_view text, std::uint32_t offset) {
    Container container;
    int column = 0;
    for (std::uint32_t at = line_begin(text, offset); at < offset; ++at) {
        if (text[at] == '>') {
            ++container.quotes;
            column = 0;
            continue;
        }
        if (text[at] == '#') container.heading = true;
        column = advance(column, text[at]);
    }
    container.indentation = column;
    return container;
}

ContainedLine contained(std::string_view text, Range line, const Container& container) {
    ContainedLine result;
    std::uint32_t at = line.begin;
    int quotes = 0;
    for (std::uint32_t probe = at; quotes < container.quotes; ++probe) {
        while (probe < line.end && is_blank(text[probe])) ++probe;
        if (probe == line.end || text[probe] != '>') break;
        ++quotes;
        at = probe + 1;
    }
    result.inside = quotes == container.quotes;
    int column = 0;
    while (at < line.end && is_blank(text[at]) && column < container.indentation) column = advance(column, text[at++]);
    result.rest = {at, line.end};
    while (at < line.end && is_blank(text[at])) column = advance(column, text[at++]);
    result.indentation = column - container.indentation;
    result.blank = at == line.end;
    return result;
}

Range without_indentation(std::string_view text, Range line, int columns) {
    int column = 0;
    while (line.begin < line.end && is_blank(text[line.begin]) && column < columns)
        column = advance(column, text[line.begin++]);
    return line;
}

}  // namespace notes_export::markdown
