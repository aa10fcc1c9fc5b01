#include "markdown/dialect/block_forms/strip.hpp"

#include <algorithm>

#include "markdown/dialect/containers.hpp"
#include "markdown/dialect/place.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::size_t none = std::string_view::npos;

}  // namespace

Range stripped(std::string_view text, Range line, const Strip& strip) {
    if (strip.outer != nullptr) line = stripped(text, line, *strip.outer);
    if (!strip.quote) return without_indentation(text, line, strip.columns);
    if (!is_quoted(slice(text, line))) return line;  // a lazy one
    line.begin += static_cast<std::uint32_t>(slice(text, line).find('>')) + 1;
    if (line.begin < line.end && text[line.begin] == ' ') ++line.begin;
    return line;
}

bool is_quoted(std::string_view line) {
    const std::size_t mark = line.find_first_not_of(' ');
    return mark != none && mark <= 3 && line[mark] == '>';
}

int item_columns(std::string_view line) {
    if (line.starts_with("[^") && line.find("]:") != none) return 4;
    std::size_t mark = 0;
    while (mark < line.size() && mark < 9 && is_digit(line[mark])) ++mark;
    const bool item = mark < line.size() && std::string_view(mark == 0 ? "-+*" : ".)").find(line[mark]) != none;
    if (!item || mark + 1 >= line.size() || line[mark + 1] != ' ') return 0;
    const std::size_t words = line.find_first_not_of(' ', mark + 1);
    // Five blanks and more: one, and code behind it.
    return static_cast<int>(words == none || words > mark + 5 ? mark + 2 : words);
}

void OpenItems::read(std::string_view line) {
    const std::size_t begin = line.find_first_not_of(" \t");
    if (begin == none) return;
    const auto column = static_cast<int>(begin);
    while (!columns_.empty() && columns_.back() > column) columns_.pop_back();
    if (const int words = item_columns(line.substr(begin)); words > 0) columns_.push_back(column + words);
}

bool OpenItems::hold(int column) const {
    const auto inner = std::find_if(columns_.rbegin(), columns_.rend(), [&](int own) { return own <= column; });
    return inner != columns_.rend() && column < *inner + 4;
}

}  // namespace notes_export::markdown
