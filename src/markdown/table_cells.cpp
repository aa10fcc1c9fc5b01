#include "markdown/table_cells.hpp"

#include <algorithm>
#include <string>

#include "support/trimmed.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::size_t none = std::string_view::npos;

}  // namespace

Cells count_cells(std::string_view row) {
    row = trimmed(row);
    if (row.starts_with('|')) row.remove_prefix(1);
    if (row.ends_with('|') && !row.ends_with("\\|")) row.remove_suffix(1);
    Cells cells{1, 1};
    std::size_t fence = 0;  // backticks that the code span began with
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i] == '\\') {
            ++i;
        } else if (row[i] == '`') {
            const std::size_t run = std::min(row.find_first_not_of('`', i), row.size()) - i;
            if (fence == 0 && row.find(std::string(run, '`'), i + run) != none)
                fence = run;
            else if (fence == run)
                fence = 0;
            i += run - 1;
        } else if (row[i] == '|') {
            ++cells.all;
            if (fence == 0) ++cells.outside_code;
        }
    }
    return cells;
}

bool is_row_of_dashes(std::string_view line) {
    return line.find_first_not_of("|-: \t") == none && line.find('|') != none && line.find('-') != none;
}

}  // namespace notes_export::markdown
