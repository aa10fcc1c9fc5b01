/// Where elements end whose content is no text, or must not be in one: scripts, drawings, titles of pages.
///
/// Their content is left out, so the end has to be known before it is read, over all pieces of a document.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/events.hpp"
#include "markdown/reading.hpp"

namespace notes_export::markdown {

class ClosingTags {
public:
    /// Those of the raw HTML in events from `first` on. One in code that a note shows ends nothing; but deeply indented
    /// HTML, which Markdown takes for code, may.
    ClosingTags(const Reading& reading, const Events& events, std::uint32_t first);

    /// Origin of the first one at or behind `from`.
    std::optional<std::uint32_t> find(const std::string& name, std::uint32_t from) const;

    /// Whether this is an element of this kind; `name` in lower case.
    static bool are_sought_for(std::string_view name);

private:
    std::map<std::string, std::vector<std::uint32_t>> by_name_;  ///< origins, in order
};

}  // namespace notes_export::markdown
