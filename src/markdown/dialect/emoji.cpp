#include "markdown/dialect/emoji.hpp"

#include <algorithm>
#include <stdexcept>

#include "support/embedded.hpp"

namespace notes_export::markdown {

/// The table's lines are "name<TAB>characters" in order of the name's bytes, behind lines that begin with `#`.
std::string_view emoji(std::string_view name) {
    static const std::string_view table = embedded_file("styles/emoji.tsv");
    std::size_t begin = 0;
    std::size_t end = table.size();
    while (begin < end) {
        const std::size_t middle = begin + (end - begin) / 2;
        const std::size_t newline = table.rfind('\n', middle == 0 ? 0 : middle - 1);
        const std::size_t line =
            middle == 0 || newline == std::string_view::npos || newline < begin ? begin : newline + 1;
        const std::size_t line_end = std::min(table.find('\n', middle), table.size());
        const std::string_view row = table.substr(line, line_end - line);
        const std::string_view key = row.substr(0, row.find('\t'));
        if (!row.starts_with('#') && key == name) return row.substr(std::min(key.size() + 1, row.size()));
        if (row.starts_with('#') || key < name)
            begin = line_end + 1;
        else
            end = line;
    }
    return {};
}

}  // namespace notes_export::markdown
