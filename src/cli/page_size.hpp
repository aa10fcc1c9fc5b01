/// Sizes of pages as people name them.
#pragma once

#include <optional>
#include <string_view>

#include "support/geometry.hpp"

namespace notes_export::cli {

/// "A5", "letter", "6x9in", "110mmx18cm"; nothing when it is none of them.
std::optional<Size> page_size(std::string_view name);

}  // namespace notes_export::cli
