/// Text without what stands around it.
#pragma once

#include <string_view>

namespace notes_export {

/// A view into `text` without the blanks it begins and ends with.
constexpr std::string_view trimmed(std::string_view text, std::string_view blanks = " \t\n") {
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

}  // namespace notes_export
