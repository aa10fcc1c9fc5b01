#include "source/page_properties.hpp"

#include <algorithm>

#include "source/lines.hpp"
#include "unicode/text.hpp"

namespace notes_export::source {
namespace {

/// Without blanks, `#` and the brackets of a link.
std::string_view bare(std::string_view item) {
    constexpr std::string_view around = " \t#[]";
    const std::size_t begin = item.find_first_not_of(around);
    if (begin == std::string_view::npos) return {};
    return item.substr(begin, item.find_last_not_of(around) - begin + 1);
}

}  // namespace

std::vector<FrontMatterField> read_page_properties(std::string_view text) {
    std::vector<FrontMatterField> fields;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::string_view line = line_at(text, begin);
        const std::size_t end = begin + line.size();
        const std::size_t colons = line.find(":: ");
        const std::string_view key = line.substr(0, std::min(colons, line.size()));
        if (colons == std::string_view::npos || key.empty() || key.find_first_of(" \t`") != std::string_view::npos)
            break;
        FrontMatterField field{
            unicode::lower(key), {}, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}};
        const std::string_view rest = line.substr(colons + 3);
        const bool list = field.key == "alias" || field.key == "tags";
        for (const std::string_view value : list ? comma_separated(rest) : std::vector{rest})
            if (const std::string_view item = bare(value); !item.empty()) field.values.emplace_back(item);
        fields.push_back(std::move(field));
        begin = end + 1;
    }
    return fields;
}

}  // namespace notes_export::source
