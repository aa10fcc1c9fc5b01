#include "markdown/scope.hpp"

#include "markdown/dialect/footnotes.hpp"

namespace notes_export::markdown {

std::optional<std::uint32_t> Scope::find_footnote(std::string_view label) const {
    const auto found = footnotes.find(label_key(label));
    if (found == footnotes.end()) return {};
    return found->second;
}

}  // namespace notes_export::markdown
