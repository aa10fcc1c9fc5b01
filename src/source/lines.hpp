/// Lines and lists of a note's head.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "support/trimmed.hpp"

namespace notes_export::source {

/// The line that begins at `begin`, without its end.
inline std::string_view line_at(std::string_view text, std::size_t begin) {
    return text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
}

/// What stands between commas, without blanks around; what is empty is left out.
inline std::vector<std::string_view> comma_separated(std::string_view list) {
    std::vector<std::string_view> out;
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        if (const auto item = trimmed(list.substr(0, comma)); !item.empty()) out.push_back(item);
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return out;
}

}  // namespace notes_export::source
