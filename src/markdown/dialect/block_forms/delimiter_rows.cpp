#include <algorithm>

#include "markdown/dialect/block_forms/forms.hpp"

namespace notes_export::markdown {

bool is_short_delimiter_row(std::string_view line) {
    constexpr std::size_t none = std::string_view::npos;
    if (std::min(line.find_first_not_of(" \t"), line.size()) >= 4) return false;  // code
    const std::size_t begin = line.find_first_not_of("> \t");
    if (begin == none || line.find_first_not_of("|:- \t", begin) != none || line.find('|', begin) == none) return false;
    bool is_short = false;
    for (std::size_t at = line.find('-', begin); at != none;) {
        const std::size_t end = std::min(line.find_first_not_of('-', at), line.size());
        is_short = is_short || end - at < 3;
        at = line.find('-', end);
    }
    return is_short;
}

void write_delimiter_row(FormWriter& out, std::size_t i, Range content, const std::string& prefix) {
    const std::string_view text = out.text();
    out.put(prefix, content.begin);
    std::uint32_t kept = content.begin;
    for (std::uint32_t at = content.begin; at < content.end;) {
        std::uint32_t end = at + 1;
        while (text[at] == '-' && end < content.end && text[end] == '-') ++end;
        out.keep({kept, end});
        if (text[at] == '-' && end - at < 3) out.put(end - at == 1 ? "--" : "-", at);
        kept = at = end;
    }
    out.keep({kept, std::min(out.line(i).end + 1, static_cast<std::uint32_t>(text.size()))});
}

}  // namespace notes_export::markdown
