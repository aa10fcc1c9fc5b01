/// Days as the options `--since` and `--until` name them.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace notes_export::cli {

/// "2024" is a year of days, "2024-02" a month, "2024-02-13" one. Of a day that no calendar has neither is `ok()`.
struct DaySpan {
    std::chrono::year_month_day first, last;
};

/// Nothing when the text has none of these forms.
std::optional<DaySpan> days_of(std::string_view text);

}  // namespace notes_export::cli
