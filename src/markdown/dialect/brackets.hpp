/// Which bracket closes which, within a leaf.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "markdown/dialect/structure.hpp"

namespace notes_export::markdown {

/// The pairs of `[` and `]` whose opening one stands behind a `^`, in order. Code, tags and escapes don't count.
std::vector<std::pair<std::uint32_t, std::uint32_t>> match_brackets(std::string_view text, const Structure& structure,
                                                                    const Leaf& leaf);

}  // namespace notes_export::markdown
