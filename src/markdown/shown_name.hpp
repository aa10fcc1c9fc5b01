/// What a link by name shows when it has no words of its own.
#pragma once

#include <string>
#include <string_view>

namespace notes_export::markdown {

/// "Note#Heading" as "Note › Heading", "#Heading" as "Heading", "Note#^block" as "Note": a block's id says nothing.
std::string shown_name(std::string_view destination);

}  // namespace notes_export::markdown
