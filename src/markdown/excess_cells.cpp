#include "markdown/excess_cells.hpp"

#include <algorithm>
#include <string_view>

#include "markdown/escaped.hpp"
#include "markdown/table_cells.hpp"

namespace notes_export::markdown {
namespace {

/// Punctuation, as the bar, that begins nothing and ends no address.
constexpr char stand_in = '}';

/// Where a row's line ends, without the bar that closes its last cell.
std::size_t row_end(std::string_view text, std::size_t from) {
    const std::size_t line_end = std::min(text.find('\n', from), text.size());
    const std::size_t last = text.find_last_not_of(" \t\r", line_end - 1);
    return text[last] == '|' && !is_escaped(text, last) ? last : line_end;
}

/// The doubled bars between words of `row`.
std::vector<std::size_t> doubled_bars(std::string_view row) {
    std::vector<std::size_t> found;
    for (std::size_t at = row.find("||"); at != std::string_view::npos; at = row.find("||", at)) {
        const std::size_t behind = std::min(row.find_first_not_of('|', at), row.size());
        if (behind == at + 2 && at > 0 && behind < row.size() && !is_escaped(row, at)) found.push_back(at);
        at = behind;
    }
    return found;
}

void join_row(std::string& text, const ExcessCells& cells) {
    const std::size_t before = text.rfind('\n', cells.bar);
    const std::size_t begin = text.find_first_not_of(" \t>", before == std::string::npos ? 0 : before + 1);
    const std::size_t end = row_end(text, cells.bar);
    const std::string_view row = std::string_view(text).substr(begin, end - begin);
    const std::vector<std::size_t> doubled = doubled_bars(row);
    const std::size_t all = count_cells(row).outside_code;
    if (!doubled.empty() && all == cells.columns + 2 * doubled.size()) {
        for (const std::size_t at : doubled) text[begin + at] = text[begin + at + 1] = stand_in;
        return;
    }
    for (std::size_t at = cells.bar; at < end; ++at)
        if (text[at] == '|' && !is_escaped(text, at)) text[at] = stand_in;
}

}  // namespace

void join_cells(std::string& text, const std::vector<ExcessCells>& rows) {
    for (const ExcessCells& cells : rows) join_row(text, cells);
}

}  // namespace notes_export::markdown
