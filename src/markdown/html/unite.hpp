/// Raw HTML and Markdown of one document, nested as they enclose one another.
#pragma once

#include "markdown/builder.hpp"
#include "markdown/replay.hpp"

namespace notes_export::markdown {

void unite_html(const Reading& reading, const Events& events, Replay& replay, Builder& builder, Scope& scope);

}  // namespace notes_export::markdown
