/// An SVG's characters made fit for an XML parser that knows no DOCTYPE.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace notes_export::image {

/// The root element as UTF-8 with only the characters XML allows: entities of the internal subset expanded (to ten
/// times the file at most), comments and processing instructions left out, a lone `&` escaped, blanks between tags
/// kept as character references. Nothing when the text is no SVG.
std::optional<std::string> self_contained(std::string_view svg);

}  // namespace notes_export::image
