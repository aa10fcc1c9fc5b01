/// Elements of HTML that become blocks.
#pragma once

#include <gumbo.h>

#include <optional>

#include "markdown/builder.hpp"
#include "markdown/html/opened.hpp"
#include "markdown/scope.hpp"

namespace notes_export::markdown {

/// Opens the block; nothing when the element is none.
std::optional<Opened> open_block_element(const GumboElement& element, SourceSpan span, Builder& builder, Scope& scope);

/// A `div` or the like.
Opened open_division(const GumboElement& element, SourceSpan span, Alignment alignment, Builder& builder, Scope& scope);

}  // namespace notes_export::markdown
