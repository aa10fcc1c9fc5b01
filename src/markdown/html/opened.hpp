/// What an HTML element opened in a builder.
#pragma once

#include <cstdint>
#include <string_view>

namespace notes_export::markdown {

/// To be closed behind the element's children.
struct Opened {
    enum class Kind : std::uint8_t {
        nothing,
        block,
        inline_,
        code,
        address,   ///< a link that is named by its address when nothing stands in it
        markdown,  ///< one of Markdown's own
    };
    Kind kind = Kind::nothing;
    std::uint32_t id = 0;           ///< the builder's; of `markdown` the index of its event
    std::string_view address = {};  ///< lives as long as the document
    bool has_children = true;       ///< that are to be read; else what stands in the element is done with or left out
};

inline constexpr Opened childless{.has_children = false};

}  // namespace notes_export::markdown
