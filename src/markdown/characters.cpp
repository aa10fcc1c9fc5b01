#include "markdown/characters.hpp"

#include "markdown/entities.hpp"

namespace notes_export::markdown {

void append_characters(std::string& out, const Event& event, const Reading& reading) {
    switch (event.node) {
        case Node::null:
            out += replacement_character;
            break;
        case Node::line_break:
        case Node::soft_break:
            out += ' ';
            break;
        case Node::entity:
            append_entity(out, event.text);
            break;
        default:
            if (event.in_reading()) {
                out += reading.original.substr(reading.origin(event.local), event.text.size());
            } else {
                out += event.text;
            }
    }
}

}  // namespace notes_export::markdown
