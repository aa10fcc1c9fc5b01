#include "markdown/html/raw_html.hpp"

#include "markdown/characters.hpp"

namespace notes_export::markdown {

RawHtml raw_html(const Reading& reading, const Events& events, std::uint32_t begin, std::uint32_t end) {
    RawHtml html;
    for (std::uint32_t i = begin; i < end; ++i) {
        const Event& event = events.events[i];
        if (event.in_reading()) {
            const std::uint32_t origin = reading.origin(event.local);
            html.origins.add(html.text.size(), origin);
            html.text += reading.original.substr(origin, event.text.size());
        } else {
            html.text += event.node == Node::null ? replacement_character : event.text;
        }
    }
    return html;
}

}  // namespace notes_export::markdown
