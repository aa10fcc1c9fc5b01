#include "archive/calendar_day.hpp"

#include <array>
#include <string_view>

#include "support/ascii.hpp"

namespace notes_export::archive {
namespace {

/// Is `word` the whole name or its beginning of at least three letters?
bool abbreviates(std::string_view word, std::string_view name) {
    if (word.size() < 3 || word.size() > name.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i)
        if (ascii::lower(word[i]) != name[i]) return false;
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

using Day = std::chrono::year_month_day;

Day day_of(int year, int month, int day) {
    return {std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
            std::chrono::day(static_cast<unsigned>(day))};
}

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
    return day_of(*year, *month, *day);
}

/// `20240213`; other numbers of eight digits are not taken for dates.
std::optional<Day> compact(Cursor& cursor) {
    Cursor c = cursor;
    const auto number = c.number(8, 8);
    if (!number) return std::nullopt;
    const int year = *number / 10000, month = *number / 100 % 100, day = *number % 100;
    if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    cursor = c;
    return day_of(year, month, day);
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
    return day_of(*year, *month, *day);
}

void ordinal(Cursor& c) {
    const char a = ascii::lower(c.peek()), b = ascii::lower(c.peek(1));
    const bool suffix =
        (a == 's' && b == 't') || (a == 'n' && b == 'd') || (a == 'r' && b == 'd') || (a == 't' && b == 'h');
    if (suffix && !ascii::is_letter(c.peek(2))) c.at += 2;
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
    return day_of(*year, month, *day);
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
    return day_of(*year, month, *day);
}

/// `Tue,`
void skip_weekday(Cursor& cursor) {
    Cursor c = cursor;
    if (!is_weekday(c.word())) return;
    c.skip('.');
    c.skip(',');
    c.blanks();
    cursor = c;
}

}  // namespace

std::optional<std::chrono::year_month_day> read_day(Cursor& cursor) {
    Cursor c = cursor;
    skip_weekday(c);
    for (const auto form : {year_first, compact, day_first, day_month_name, month_name_day})
        if (const auto day = form(c)) {
            cursor = c;
            return day;
        }
    return std::nullopt;
}

}  // namespace notes_export::archive
