#include "markdown/dialect/block_forms/fence.hpp"

#include <algorithm>

#include "markdown/dialect/block_forms/strip.hpp"
#include "support/trimmed.hpp"

namespace notes_export::markdown {

bool Fence::takes(std::string_view line) {
    constexpr std::size_t none = std::string_view::npos;
    std::string_view rest = line.substr(std::min(line.find_first_not_of(" \t"), line.size()));
    // One may begin in its item's first line.
    for (int columns = character_ == 0 ? item_columns(rest) : 0; columns > 0; columns = item_columns(rest))
        rest.remove_prefix(std::min(static_cast<std::size_t>(columns), rest.size()));
    const char c = rest.empty() ? ' ' : rest.front();
    const std::size_t run = std::min(rest.find_first_not_of(c), rest.size());
    if (character_ == 0) {
        if ((c != '`' && c != '~') || run < 3 || (c == '`' && rest.find('`', run) != none)) return false;
        character_ = c;
        length_ = run;
        return true;
    }
    if (c == character_ && run >= length_ && trimmed(rest.substr(run)).empty()) character_ = 0;
    return true;
}

}  // namespace notes_export::markdown
