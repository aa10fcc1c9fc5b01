#include "archive/date.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include "archive/calendar_day.hpp"
#include "archive/cursor.hpp"
#include "archive/time_of_day.hpp"
#include "support/ascii.hpp"
#include "support/trimmed.hpp"

namespace notes_export::archive {
namespace {

bool is_number(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), ascii::is_digit);
}

long long number_of(std::string_view digits) {
    long long value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// The moment that many seconds after 1970 began.
DateReading moment(long long seconds, std::size_t length) {
    const std::chrono::local_seconds at{std::chrono::seconds(seconds)};
    return {.date = Timestamp{at, true}, .length = length, .impossible = false};
}

}  // namespace

DateReading read_date(std::string_view text) {
    Cursor c{text};
    const auto day = read_day(c);
    if (!day) return {};
    const bool time_follows = (c.peek() == 'T' || c.peek() == 't') && ascii::is_digit(c.peek(1));
    if (ascii::is_letter(c.peek()) && !time_follows) return {};
    const auto time = read_time(c);
    if (time) skip_zone(c);
    if (!day->ok()) return {.date = {}, .length = c.at, .impossible = true};
    Timestamp stamp{std::chrono::local_days{*day}, time.has_value()};
    if (time) stamp.at += *time;
    return {.date = stamp, .length = c.at, .impossible = false};
}

DateReading read_whole_date(std::string_view text) {
    text = trimmed(text);
    DateReading reading = read_date(text);
    return reading.length == text.size() ? reading : DateReading{};
}

DateReading read_stated_date(std::string_view text) {
    if (const DateReading reading = read_date(text); reading.length > 0) return reading;
    if (is_number(text) && text.size() == 10) return moment(number_of(text), text.size());
    if (is_number(text) && text.size() == 13) return moment(number_of(text) / 1000, text.size());
    std::string whole(text);
    if (is_number(text) && text.size() == 4) whole += "-01-01";
    if (text.size() == 7 && (text[4] == '-' || text[4] == '/')) whole += text[4] + std::string("01");
    if (whole.size() != 10) return {};
    DateReading reading = read_date(whole);
    reading.length = std::min(reading.length, text.size());
    return reading;
}

std::optional<Timestamp> read_time_stamp(std::string_view text) {
    if (!is_number(text) || (text.size() != 12 && text.size() != 14)) return std::nullopt;
    const std::string time = std::string(text.substr(8, 2)) + ":" + std::string(text.substr(10, 2));
    return read_whole_date(std::string(text.substr(0, 8)) + " " + time).date;
}

std::string_view leading_time_stamp(std::string_view name) {
    const std::size_t behind = std::min(name.find_first_not_of("0123456789"), name.size());
    const std::string_view digits = name.substr(0, behind);
    return read_time_stamp(digits) ? digits : std::string_view();
}

}  // namespace notes_export::archive
