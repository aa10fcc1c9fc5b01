/// What stands behind a link's text: `](destination "title")`, `][label]` or `]`.
#pragma once

#include <cstdint>
#include <string_view>

#include "markdown/dialect/structure.hpp"

namespace notes_export::markdown {

/// The tail of a link that md4c has recognised, searched from `from`, an offset behind the link's last text.
/// Begins at the closing bracket; empty when there is none.
Range link_tail(std::string_view text, std::uint32_t from);

}  // namespace notes_export::markdown
