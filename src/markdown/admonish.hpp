/// mdBook's admonitions: a fence whose info is `admonish kind "title"`, with Markdown within.
#pragma once

#include <string>

#include "markdown/builder.hpp"
#include "markdown/events.hpp"
#include "markdown/scope.hpp"

namespace notes_export::markdown {

/// False when the fence is no admonition.
bool read_admonition(const Detail& fence, const std::string& text, SourceSpan span, Builder& builder, Scope& scope);

}  // namespace notes_export::markdown
