/// Attributes of an element, as values of ours.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <optional>
#include <string_view>

#include "markdown/builder.hpp"
#include "notes_export/document.hpp"

namespace notes_export::markdown {

/// Value of an attribute, empty when there is none; lives as long as the parser's tree.
std::string_view attribute(const GumboElement& element, const char* name);
bool has_attribute(const GumboElement& element, const char* name);
/// `id`, else `name`: what links mean it by; empty when it has none.
std::string_view name_of(const GumboElement& element);
std::optional<std::uint32_t> number_attribute(const GumboElement& element, const char* name);
/// `align`, or `text-align` of `style`.
Alignment alignment_of(const GumboElement& element);
Direction direction_of(const GumboElement& element);

/// `img`: sizes in pixels or per cent, from attributes or `style`. Texts are kept by the builder.
Image image_of(const GumboElement& element, Builder& builder);
/// `ol`: numbers as its attributes say; any other: bullets. Without items.
List list_of(const GumboElement& element);

}  // namespace notes_export::markdown
