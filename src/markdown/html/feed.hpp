/// What the HTML parser reads for a document: its raw HTML, with elements of ours in the places of what is Markdown.
///
/// Then the parser nests both as HTML does, and what is Markdown is put back from the events that the placeholders
/// name.
#pragma once

#include <string>
#include <vector>

#include "markdown/events.hpp"
#include "markdown/reading.hpp"

namespace notes_export::markdown {

struct Feed {
    struct Place {
        std::size_t at = 0;  ///< offset into `html`
        std::uint32_t origin = 0;
    };

    std::string html;
    std::vector<Place> places;  ///< in order
    /// Drawings, by the number that their placeholder names; views into the reading's original.
    std::vector<std::string_view> drawings;

    std::uint32_t origin(std::size_t at) const;
};

/// Events [first, end). Linear in their text.
Feed feed_of(const Reading& reading, const Events& events, std::uint32_t first);

/// Index of the event that closes what `enter` opens.
std::uint32_t leave_of(const Events& events, std::uint32_t enter);

}  // namespace notes_export::markdown
