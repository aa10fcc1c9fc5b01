/// Elements that a page draws or plays by itself: drawings, players, the controls of a form.
#pragma once

#include <gumbo.h>

#include "markdown/builder.hpp"
#include "markdown/html/feed.hpp"
#include "markdown/html/opened.hpp"
#include "markdown/scope.hpp"

namespace notes_export::markdown {

/// Opens what the element becomes, which the feed has under a placeholder.
Opened open_embedded_element(const GumboElement& placeholder, SourceSpan span, const Feed& feed, Builder& builder,
                             Scope& scope);

}  // namespace notes_export::markdown
