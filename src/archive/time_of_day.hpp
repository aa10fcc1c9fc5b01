/// Times of day as people write them behind a day.
#pragma once

#include <chrono>
#include <optional>

#include "archive/cursor.hpp"

namespace notes_export::archive {

/// `21:25`, `21:25:08.5`, `9:25 PM`; what separates it from the day before is read too. Nothing, and the cursor stays,
/// when none stands here.
std::optional<std::chrono::seconds> read_time(Cursor& cursor);

/// `Z`, `UTC`, `+01:00`, `+0100`, `+01`
void skip_zone(Cursor& cursor);

}  // namespace notes_export::archive
