/// What an open inline becomes when it closes.
#pragma once

#include <cstdint>
#include <vector>

#include "markdown/open_block.hpp"

namespace notes_export::markdown {

/// Closes the innermost open inline of a block. `position`: where the last thing stood that had a place.
void close_innermost_inline(OpenBlock& block, std::uint32_t position);

/// The inlines within the styles `around` them, outermost first.
Inlines wrapped(Inlines inlines, const std::vector<Inline>& around);

}  // namespace notes_export::markdown
