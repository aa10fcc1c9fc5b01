#include "archive/time_of_day.hpp"

#include <string_view>

#include "support/ascii.hpp"

namespace notes_export::archive {
namespace {

/// What separates a time from the day before it: `T`, or blanks with a comma or "at". False when neither does.
bool skip_separator(Cursor& c) {
    if (ascii::lower(c.peek()) == 't' && ascii::is_digit(c.peek(1))) {
        ++c.at;
        return true;
    }
    c.skip(',');
    const std::size_t before = c.at;
    c.blanks();
    if (c.at == before) return false;
    Cursor word = c;
    if (word.word() == "at") {
        word.blanks();
        c = word;
    }
    return true;
}

/// `:08`, `:08.5`; 0 where none stands. Nothing for a number that is none.
std::optional<int> read_seconds(Cursor& c) {
    if (c.peek() != ':' || !ascii::is_digit(c.peek(1))) return 0;
    ++c.at;
    const auto seconds = c.number(2, 2);
    if (!seconds) return std::nullopt;
    if ((c.peek() == '.' || c.peek() == ',') && ascii::is_digit(c.peek(1)))
        for (++c.at; ascii::is_digit(c.peek());) ++c.at;
    return seconds;
}

/// The hour as a day of 24 has it: takes `AM` or `PM` where one stands.
int read_half(Cursor& c, int hours) {
    Cursor half = c;
    half.blanks();
    const char first = ascii::lower(half.peek());
    const bool stands = (first == 'a' || first == 'p') && ascii::lower(half.peek(1)) == 'm' &&
                        !ascii::is_letter(half.peek(2)) && hours >= 1 && hours <= 12;
    if (!stands) return hours;
    half.at += 2;
    c = half;
    return hours % 12 + (first == 'p' ? 12 : 0);
}

}  // namespace

std::optional<std::chrono::seconds> read_time(Cursor& cursor) {
    Cursor c = cursor;
    if (!skip_separator(c)) return std::nullopt;
    const auto written = c.number(1, 2);
    if (!written || !c.skip(':')) return std::nullopt;
    const auto minutes = c.number(2, 2);
    if (!minutes) return std::nullopt;
    const auto seconds = read_seconds(c);
    if (!seconds) return std::nullopt;
    const int hours = read_half(c, *written);
    if (hours > 24 || *minutes > 59 || *seconds > 60) return std::nullopt;
    cursor = c;
    return std::chrono::hours(hours) + std::chrono::minutes(*minutes) + std::chrono::seconds(*seconds);
}

void skip_zone(Cursor& cursor) {
    Cursor c = cursor;
    c.blanks();
    if (ascii::is_letter(c.peek())) {
        const std::string_view name = c.word();
        if (name == "Z" || name == "z" || name == "UTC" || name == "GMT" || name == "CET" || name == "CEST" ||
            name == "EST" || name == "EDT" || name == "PST" || name == "PDT")
            cursor = c;
        return;
    }
    if (!c.skip('+') && !c.skip('-')) return;
    if (c.number(4, 4)) {
        cursor = c;
        return;
    }
    if (!c.number(2, 2)) return;
    cursor = c;
    if (c.skip(':') && c.number(2, 2)) cursor = c;
}

}  // namespace notes_export::archive
