#pragma once

#include <algorithm>
#include <string_view>

namespace notes_export::markdown {

/// Calls `visit(line)` for each line, its line end included.
template <class Visit>
void for_each_line(std::string_view text, const Visit& visit) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        visit(text.substr(0, end));
        text.remove_prefix(end);
    }
}

}  // namespace notes_export::markdown
