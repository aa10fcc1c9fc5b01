/// Bare web addresses where md4c sees none, or sees too much: within quotation marks, and between characters of scripts
/// that are written without blanks ("见https://example.org。然后").
#pragma once

#include <string_view>
#include <vector>

#include "markdown/dialect/place.hpp"

namespace notes_export::markdown {

/// In order. What md4c links rightly by itself is not among them, nor what stands in a link's text.
std::vector<LocalMark> find_bare_addresses(std::string_view text, const Structure& structure);

}  // namespace notes_export::markdown
