/// `#tag`, ` ^block-id` and `:emoji:`.
#pragma once

#include <optional>
#include <string_view>

#include "markdown/dialect/place.hpp"

namespace notes_export::markdown {

/// The tag at the place, which holds `#`. As Obsidian has it: behind a blank; letters of any script, digits, `_`, `-`
/// and `/`, with at least one that is no digit. Where tags are no part of the dialect, colours (`#1e90ff`) are text.
std::optional<LocalMark> read_tag(const Place& place, Dialect dialect);

/// The block id at the place, which holds `^`: the last word of its leaf.
std::optional<LocalMark> read_block_id(const Place& place, Dialect dialect);

/// The emoji code at the place, which holds `:`, if `emoji` knows it.
std::optional<LocalMark> read_emoji(const Place& place);

}  // namespace notes_export::markdown
