/// A code block of Markdown, from the pieces that md4c hands over.
#pragma once

#include <cstdint>

#include "markdown/builder.hpp"
#include "markdown/events.hpp"
#include "markdown/reading.hpp"

namespace notes_export::markdown {

/// The code block that event `begin` opens and event `end` closes. Its text is a view into the source where the block
/// stands there in one piece, else kept by the builder. `dialect` decides whether Rust has hidden lines.
Block code_block(const Reading& reading, const Events& events, std::uint32_t begin, std::uint32_t end, Dialect dialect,
                 Builder& builder);

}  // namespace notes_export::markdown
