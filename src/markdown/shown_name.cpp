#include "markdown/shown_name.hpp"

#include <algorithm>

namespace notes_export::markdown {

std::string shown_name(std::string_view destination) {
    std::string shown;
    for (std::size_t at = 0; at <= destination.size();) {
        std::size_t hash = std::min(destination.find('#', at), destination.size());
        // A `#` that ends a word belongs to the name: "C#", "F# for beginners".
        while (hash + 1 == destination.size() || (hash < destination.size() && destination[hash + 1] == ' '))
            hash = std::min(destination.find('#', hash + 1), destination.size());
        const std::string_view part = destination.substr(at, hash - at);
        at = hash + 1;
        if (part.empty() || part.front() == '^') continue;
        if (!shown.empty()) shown += " \u203A ";
        shown += part;
    }
    return shown.empty() ? std::string(destination) : shown;
}

}  // namespace notes_export::markdown
