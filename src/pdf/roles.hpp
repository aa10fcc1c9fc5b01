/// Standard structure types (ISO 32000-1, 14.8.4) by layout's roles.
#pragma once

#include <string_view>

#include "layout/page.hpp"

namespace notes_export::pdf {

/// Without the slash: "H1".
std::string_view structure_type(layout::Role role);

}  // namespace notes_export::pdf
