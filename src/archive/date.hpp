/// Dates as people write them into notes.
#pragma once

#include <optional>
#include <string_view>

#include "notes_export/timestamp.hpp"

namespace notes_export::archive {

/// What stands at the beginning of a text.
struct DateReading {
    std::optional<Timestamp> date;
    std::size_t length = 0;   ///< bytes that the date takes, zone included
    bool impossible = false;  ///< it has the form of a date, but the calendar has no such day
};

/// Reads a date at the very beginning: `2024-02-13` (also with `/`, `.`, `_`), `20240213`, `13 Feb 2024`,
/// `Feb 13, 2024`, `13.2.2024`, a weekday before it, a time and a zone behind it. The zone is read over: a note's date
/// is the writer's own.
DateReading read_date(std::string_view text);

/// A value that is a date and nothing else.
DateReading read_whole_date(std::string_view text);

/// A value that is said to be a date: also a month (`2024-02`), a year, seconds or milliseconds since 1970 (ten or
/// thirteen digits). A month is its first day, a year its first month's.
DateReading read_stated_date(std::string_view text);

/// `202402131530` and with seconds, as Zettelkasten programs name their notes; nothing for other numbers.
std::optional<Timestamp> read_time_stamp(std::string_view text);
/// The digits of such a number at the beginning of a name: `202402131530 Name`; empty where there is none.
std::string_view leading_time_stamp(std::string_view name);

}  // namespace notes_export::archive
