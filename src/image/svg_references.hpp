/// References within an SVG: kept when they stay in the file, dropped when they lead outside.
#pragma once

#include <string>
#include <string_view>

namespace notes_export::image {

/// An id that is an XML name; ids that are one already stay. The same for an id and for what refers to it.
std::string xml_id(std::string_view id);

/// A value for `href`: `#id` and embedded pictures stay, anything else becomes empty.
std::string local_reference(std::string_view reference);

/// A presentation attribute or a style sheet in which every `url(…)` that leads outside is `none`, and without
/// `@import`.
std::string local_css(std::string_view css);

}  // namespace notes_export::image
