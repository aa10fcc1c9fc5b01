/// What the pieces of one document share while they are put together.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "markdown/marks.hpp"
#include "notes_export/document.hpp"

namespace notes_export::markdown {

struct Scope {
    Document& document;
    std::string_view text;  ///< what is parsed: the source's own, or what it was expanded to
    bool kept_line_breaks = false;
    std::map<std::string, std::uint32_t> footnotes = {};  ///< by label's key: index into the document's
    std::unordered_set<std::string_view> tags = {};
    std::uint32_t next_id = 1;  ///< for what is opened in a builder

    /// Bodies still to be parsed, in order of `document.footnotes`.
    struct Body {
        std::uint32_t footnote = 0;
        const Excerpt* excerpt = nullptr;
    };
    std::vector<Body> bodies = {};

    std::optional<std::uint32_t> find_footnote(std::string_view label) const;

    std::uint32_t take_ids(std::size_t count) {
        const std::uint32_t first = next_id;
        next_id += static_cast<std::uint32_t>(count);
        return first;
    }
};

}  // namespace notes_export::markdown
