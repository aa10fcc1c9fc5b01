/// HTML's character references.
#pragma once

#include <string>
#include <string_view>

namespace notes_export::markdown {

/// Appends what `entity` (`&name;`, `&#1234;`, `&#x12AB;`) stands for; the entity itself when HTML has no such name.
void append_entity(std::string& out, std::string_view entity);

}  // namespace notes_export::markdown
