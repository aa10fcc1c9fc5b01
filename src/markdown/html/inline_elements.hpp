/// Elements of HTML that become inlines: styles, links, pictures, code, ruby.
#pragma once

#include <gumbo.h>

#include "markdown/builder.hpp"
#include "markdown/html/opened.hpp"
#include "markdown/scope.hpp"

namespace notes_export::markdown {

/// Opens what the element becomes; one that means nothing for a reader is transparent, but for its name, language and
/// direction.
Opened open_inline_element(const GumboElement& element, SourceSpan span, Builder& builder, Scope& scope);

/// Sets the element's name, if it has one, here.
void name_inline(const GumboElement& element, SourceSpan span, Builder& builder);

}  // namespace notes_export::markdown
