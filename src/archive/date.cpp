#include "archive/date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace notes_export::archive {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// Reads on through a text; a step that does not fit leaves the place as it was.
struct Cursor {
    std::string_view text;
    std::size_t at = 0;

    char peek(std::size_t ahead = 0) const { return at + ahead < text.size() ? text[at + ahead] : '\0'; }
    bool skip(char c) {
        if (peek() != c || at >= text.size()) return false;
        ++at;
        return true;
    }
    void blanks() {
        while (peek() == ' ' || peek() == '\t') ++at;
    }
    /// A number of `least` to `most` digits that no further digit follows.
    std::optional<int> number(std::size_t least, std::size_t most) {
        std::size_t digits = 0;
        while (is_digit(peek(digits))) ++digits;
        if (digits < least || digits > most) return std::nullopt;
        int value = 0;
        std::from_chars(text.data() + at, text.data() + at + digits, value);
        at += digits;
        return value;
    }
    std::string_view word() {
        const std::size_t begin = at;
        while (is_letter(peek())) ++at;
        return text.substr(begin, at - begin);
    }
};

/// Is `word` the whole name or its beginning of at least three letters?
bool abbreviates(std::string_view word, std::string_view name) {
    if (word.size() < 3 || word.size() > name.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i)
        if (lower(word[i]) != name[i]) return false;
    return word.size() == 3 || word.size() == name.size() || word.size() == 4;
}

template <std::size_t count>
int index_of(std::string_view word, const std::array<std::string_view, count>& names) {
    for (std::size_t i = 0; i < count; ++i)
        if (abbreviates(word, names[i])) return static_cast<int>(i) + 1;
    return 0;
}

int month_of(std::string_view word) {
    static constexpr std::array<std::string_view, 12> names{"january",   "february", "march",    "april",
                                                            "may",       "june",     "july",     "august",
                                                            "september", "october",  "november", "december"};
    return index_of(word, names);
}

bool is_weekday(std::string_view word) {
    static constexpr std::array<std::string_view, 7> names{"monday", "tuesday",  "wednesday", "thursday",
                                                           "friday", "saturday", "sunday"};
    return index_of(word, names) != 0;
}

struct Day {
    int year = 0, month = 0, day = 0;
};

/// `2024-02-13`, any of `-/._` as separator, the same twice.
std::optional<Day> year_first(Cursor& cursor) {
    Cursor c = cursor;
    const auto year = c.number(4, 4);
    const char separator = c.peek();
    if (!year || (separator != '-' && separator != '/' && separator != '.' && separator != '_')) return std::nullopt;
    ++c.at;
    const auto month = c.number(1, 2);
    if (!month || !c.skip(separator)) return std::nullopt;
    const auto day = c.number(1, 2);
    if (!day) return std::nullopt;
    cursor = c;
    return Day{*year, *month, *day};
}

/// `20240213`; other numbers of eight digits are not taken for dates.
std::optional<Day> compact(Cursor& cursor) {
    Cursor c = cursor;
    const auto number = c.number(8, 8);
    if (!number) return std::nullopt;
    const Day day{*number / 10000, *number / 100 % 100, *number % 100};
    if (day.year < 1900 || day.year > 2100 || day.month < 1 || day.month > 12 || day.day < 1 || day.day > 31)
        return std::nullopt;
    cursor = c;
    return day;
}

/// `13.2.2024`
std::optional<Day> day_first(Cursor& cursor) {
    Cursor c = cursor;
    const auto day = c.number(1, 2);
    if (!day || !c.skip('.')) return std::nullopt;
    c.blanks();
    const auto month = c.number(1, 2);
    if (!month || !c.skip('.')) return std::nullopt;
    c.blanks();
    const auto year = c.number(4, 4);
    if (!year) return std::nullopt;
    cursor = c;
    return Day{*year, *month, *day};
}

void ordinal(Cursor& c) {
    const char a = lower(c.peek()), b = lower(c.peek(1));
    const bool suffix =
        (a == 's' && b == 't') || (a == 'n' && b == 'd') || (a == 'r' && b == 'd') || (a == 't' && b == 'h');
    if (suffix && !is_letter(c.peek(2))) c.at += 2;
}

/// `13 Feb 2024`, `13th of February, 2024`, `13-Feb-2024`
std::optional<Day> day_month_name(Cursor& cursor) {
    Cursor c = cursor;
    const auto day = c.number(1, 2);
    if (!day) return std::nullopt;
    ordinal(c);
    c.skip('.');
    if (!c.skip('-')) c.blanks();
    std::string_view name = c.word();
    if (name == "of") {
        c.blanks();
        name = c.word();
    }
    const int month = month_of(name);
    if (month == 0) return std::nullopt;
    c.skip('.');
    c.skip(',');
    if (!c.skip('-')) c.blanks();
    const auto year = c.number(4, 4);
    if (!year) return std::nullopt;
    cursor = c;
    return Day{*year, month, *day};
}

/// `Feb 13, 2024`
std::optional<Day> month_name_day(Cursor& cursor) {
    Cursor c = cursor;
    const int month = month_of(c.word());
    if (month == 0) return std::nullopt;
    c.skip('.');
    c.blanks();
    const auto day = c.number(1, 2);
    if (!day) return std::nullopt;
    ordinal(c);
    c.skip(',');
    c.blanks();
    const auto year = c.number(4, 4);
    if (!year) return std::nullopt;
    cursor = c;
    return Day{*year, month, *day};
}

std::optional<Day> read_day(Cursor& cursor) {
    Cursor c = cursor;
    if (is_letter(c.peek())) {
        Cursor behind = c;
        if (is_weekday(behind.word())) {
            behind.skip('.');
            behind.skip(',');
            behind.blanks();
            c = behind;
        }
    }
    for (const auto form : {year_first, compact, day_first, day_month_name, month_name_day})
        if (const auto day = form(c)) {
            cursor = c;
            return day;
        }
    return std::nullopt;
}

/// `21:25`, `21:25:08.5`, `9:25 PM`; what separates it from the day is read too.
std::optional<std::chrono::seconds> read_time(Cursor& cursor) {
    Cursor c = cursor;
    if ((c.peek() == 'T' || c.peek() == 't') && is_digit(c.peek(1))) {
        ++c.at;
    } else {
        c.skip(',');
        const std::size_t before = c.at;
        c.blanks();
        if (c.at == before) return std::nullopt;
        Cursor at = c;
        if (at.word() == "at") {
            at.blanks();
            c = at;
        }
    }
    auto hours = c.number(1, 2);
    if (!hours || !c.skip(':')) return std::nullopt;
    const auto minutes = c.number(2, 2);
    if (!minutes) return std::nullopt;
    int seconds = 0;
    if (c.peek() == ':' && is_digit(c.peek(1))) {
        ++c.at;
        const auto value = c.number(2, 2);
        if (!value) return std::nullopt;
        seconds = *value;
        if ((c.peek() == '.' || c.peek() == ',') && is_digit(c.peek(1)))
            for (++c.at; is_digit(c.peek());) ++c.at;
    }
    Cursor half = c;
    half.blanks();
    const char first = lower(half.peek());
    if ((first == 'a' || first == 'p') && lower(half.peek(1)) == 'm' && !is_letter(half.peek(2)) && *hours >= 1 &&
        *hours <= 12) {
        hours = *hours % 12 + (first == 'p' ? 12 : 0);
        half.at += 2;
        c = half;
    }
    if (*hours > 24 || *minutes > 59 || seconds > 60) return std::nullopt;
    cursor = c;
    return std::chrono::hours(*hours) + std::chrono::minutes(*minutes) + std::chrono::seconds(seconds);
}

/// `Z`, `UTC`, `+01:00`, `+0100`, `+01`
void skip_zone(Cursor& cursor) {
    Cursor c = cursor;
    c.blanks();
    if (is_letter(c.peek())) {
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

}  // namespace

DateReading read_date(std::string_view text) {
    Cursor c{text};
    const auto day = read_day(c);
    if (!day) return {};
    const bool time_follows = (c.peek() == 'T' || c.peek() == 't') && is_digit(c.peek(1));
    if (is_letter(c.peek()) && !time_follows) return {};
    const std::chrono::year_month_day date{std::chrono::year{day->year},
                                           std::chrono::month{static_cast<unsigned>(day->month)},
                                           std::chrono::day{static_cast<unsigned>(day->day)}};
    const auto time = read_time(c);
    if (time) skip_zone(c);
    if (!date.ok()) return {.date = {}, .length = c.at, .impossible = true};
    Timestamp stamp{std::chrono::local_days{date}, time.has_value()};
    if (time) stamp.at += *time;
    return {.date = stamp, .length = c.at, .impossible = false};
}

DateReading read_whole_date(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\n");
    if (begin == std::string_view::npos) return {};
    text = text.substr(begin, text.find_last_not_of(" \t\n") - begin + 1);
    DateReading reading = read_date(text);
    return reading.length == text.size() ? reading : DateReading{};
}

namespace {

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
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
