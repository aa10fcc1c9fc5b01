/// Roam's components that stand for something a book can show: `{{[[TODO]]}}`, `{{[[DONE]]}}`, `{{[[video]]:
/// address}}`.
#pragma once

#include <string_view>

#include "markdown/dialect/mapped_text.hpp"

namespace notes_export::markdown {

/// Whether the text may hold one.
bool may_have_roam_components(std::string_view text);

/// A task's state at the beginning of an item becomes its box, a medium its address; other components stay as written.
MappedText expand_roam(const MappedText& text);

}  // namespace notes_export::markdown
