/// What an open block becomes when it closes.
#pragma once

#include <cstdint>

#include "markdown/open_block.hpp"

namespace notes_export::markdown {

/// Puts what `frame` became into `parent`; what can't stand there, as what can (a row outside a table: its content).
/// `inlines` are those of a block that holds inlines only, and `position` is where the last thing stood that had a
/// place.
void close_into(OpenBlock& parent, OpenBlock&& frame, Inlines&& inlines, std::uint32_t position, Arena& arena);

}  // namespace notes_export::markdown
