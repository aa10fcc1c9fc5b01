/// How much a book holds and what time it covers, in a line.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "notes_export/timestamp.hpp"

namespace notes_export::locale {

/// "5 notes · 13 – 17 February 2024"; without dates, the number of notes alone.
std::string extent(std::size_t notes, const std::optional<Timestamp>& first, const std::optional<Timestamp>& last,
                   std::string_view language);

}  // namespace notes_export::locale
