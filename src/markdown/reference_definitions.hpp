/// A file's link reference definitions, for what is parsed apart from it: footnotes' bodies. And those that define
/// nothing.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "markdown/events.hpp"
#include "markdown/reading.hpp"

namespace notes_export::markdown {

struct ReferenceDefinitions {
    std::map<std::string, std::string> by_label;  ///< the key of the label, and the lines that may define it
};

/// What may be a definition: md4c decides when it reads them.
ReferenceDefinitions find_reference_definitions(std::string_view text);

/// Takes definitions for text that nothing in `text` refers to and whose address is but a word (`[Anna]: Hello`, a
/// line of a chat): they would vanish. `masked` keeps its length.
void show_unused_words(std::string& masked, std::string_view text);

/// The reading with those definitions before it that it may refer to; they are parsed and never shown.
Reading with_definitions(const ReferenceDefinitions& definitions, Reading reading);

/// Index of the first event that is not of the definitions.
std::uint32_t first_shown(const Reading& reading, const Events& events);

}  // namespace notes_export::markdown
