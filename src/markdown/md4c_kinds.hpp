/// md4c's kinds of blocks, spans and texts, as ours.
#pragma once

#include <md4c.h>

#include "markdown/events.hpp"

namespace notes_export::markdown {

Node node_of(MD_BLOCKTYPE type);
Node node_of(MD_SPANTYPE type);
Node node_of(MD_TEXTTYPE type);
Alignment alignment_of(MD_ALIGN align);

}  // namespace notes_export::markdown
