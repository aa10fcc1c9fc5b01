/// Keeps md4c from reading bare addresses where a link's destination stands.
///
/// md4c 0.4.8 looks for bare addresses before it knows links: that of `[x](https://a.b)，**c**` goes on for it up to
/// the next blank, and the delimiters on the way are lost. The signs by which it knows addresses are masked within
/// destinations, which are read from the source anyway.
#pragma once

#include <string_view>
#include <vector>

#include "markdown/dialect/structure.hpp"

namespace notes_export::markdown {

/// The signs within the destinations of inline links, in order.
std::vector<Range> address_signs(std::string_view text, const Structure& structure);

}  // namespace notes_export::markdown
