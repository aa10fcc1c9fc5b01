/// Days as people write them.
#pragma once

#include <chrono>
#include <optional>

#include "archive/cursor.hpp"

namespace notes_export::archive {

/// `2024-02-13`, `20240213`, `13.2.2024`, `13th of February, 2024`, `Tue, Feb 13, 2024`. The day may be one that no
/// calendar has. Nothing, and the cursor stays, when none stands here.
std::optional<std::chrono::year_month_day> read_day(Cursor& cursor);

}  // namespace notes_export::archive
