#include "markdown/dialect/block_forms/block_forms.hpp"

#include <algorithm>

#include "markdown/dialect/block_forms/forms.hpp"
#include "markdown/dialect/place.hpp"

namespace notes_export::markdown {

bool may_have_block_forms(std::string_view text) {
    constexpr std::size_t none = std::string_view::npos;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = std::min(text.find_first_not_of(" \t>", at), text.size() - 1);
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        const char c = line.empty() ? ' ' : line.front();
        const char next = line.size() > 1 ? line[1] : '\n';
        if ((c == '!' && next == '!') || (c == '?' && next == '?') || line.starts_with("===")) return true;
        if (c == ':' && (next == ':' || is_blank(next))) return true;
        const bool fence = c == '`' || c == '~';
        if (fence && (line.find("admonish") != none || line.find("ad-") != none || is_titled_fence(line))) return true;
        if ((c == '[' || c == '{') && is_contents_mark(line)) return true;
        if (c == '<' && line.starts_with("<aside>")) return true;
        if (c == 'D' && is_entry_head(text.substr(at, end - at))) return true;
        if (c == '|' || c == '-' || c == ':')
            if (is_short_delimiter_row(text.substr(at, end - at))) return true;
        if (c == '*' && next == '[' && line.find("]:") != none) return true;
        if (c == '|' && next == ' ' && line.find('|', 1) == none) return true;
        at = end + 1;
    }
    return false;
}

MappedText expand_block_forms(const MappedText& text) {
    if (text.text.empty()) return text;
    return FormWriter(text).expand();
}

}  // namespace notes_export::markdown
