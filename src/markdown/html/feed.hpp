/// What the HTML parser reads for a document: its raw HTML, with elements of ours in the places of what is Markdown.
///
/// Then the parser nests both as HTML does, and what is Markdown is put back from the events that the placeholders
/// name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "markdown/events.hpp"
#include "markdown/html/origins.hpp"
#include "markdown/reading.hpp"

namespace notes_export::markdown {

struct Feed {
    std::string html;
    Origins origins;  ///< of raw HTML in `html`
    /// Drawings, by the number that their placeholder names; views into the reading's original.
    std::vector<std::string_view> drawings;

    void end_tag(std::string_view name) { html.append("</").append(name).append(">"); }
};

/// Events [first, end). Linear in their text.
Feed feed_of(const Reading& reading, const Events& events, std::uint32_t first);

}  // namespace notes_export::markdown
