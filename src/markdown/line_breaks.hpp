/// Whether a file's writer broke lines on purpose.
#pragma once

#include "markdown/events.hpp"
#include "markdown/reading.hpp"
#include "notes_export/markdown.hpp"

namespace notes_export::markdown {

/// True: the soft breaks of the file are to be kept. A break is deliberate where the next line's first word would
/// still have fitted into the file's wrap column; a file whose breaks are mostly deliberate keeps them, unless each
/// stands behind a sentence.
bool keeps_line_breaks(const Reading& reading, const Events& events, Dialect dialect);

}  // namespace notes_export::markdown
