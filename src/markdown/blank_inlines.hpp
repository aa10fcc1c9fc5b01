/// Inlines that show nothing: blanks and breaks at the ends.
#pragma once

#include "notes_export/document.hpp"

namespace notes_export::markdown {

/// Nothing but blanks, soft breaks and names, within styles too.
bool is_blank(const Inlines& inlines);
/// The last one is a break or ends in a space, or there is none.
bool ends_in_blank(const Inlines& inlines);
/// Drops soft breaks and blanks at the ends.
void trim(Inlines& inlines);

}  // namespace notes_export::markdown
