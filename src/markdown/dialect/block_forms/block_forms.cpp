#include "markdown/dialect/block_forms/block_forms.hpp"

#include <algorithm>

#include "markdown/dialect/block_forms/forms.hpp"
#include "markdown/dialect/place.hpp"

namespace notes_export::markdown {

bool may_have_block_forms(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = std::min(text.find_first_not_of(" \t", at), text.size() - 1);
        const char c = text[begin];
        const char next = begin + 1 < text.size() ? text[begin + 1] : '\n';
        if ((c == '!' && next == '!') || (c == '?' && next == '?') || (c == ':' && (next == ':' || is_blank(next))))
            return true;
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (c == '|' || c == '-' || c == ':' || c == '>')
            if (is_short_delimiter_row(text.substr(at, end - at))) return true;
        if (c == '|' && next == ' ' && text.substr(begin + 1, end - begin - 1).find('|') == std::string_view::npos)
            return true;
        at = end + 1;
    }
    return false;
}

MappedText expand_block_forms(const MappedText& text) {
    if (text.text.empty()) return text;
    return FormWriter(text).expand();
}

}  // namespace notes_export::markdown
