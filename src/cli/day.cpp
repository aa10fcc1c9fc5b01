#include "cli/day.hpp"

#include <charconv>

namespace notes_export::cli {
namespace {

/// A number of exactly `digits` at the beginning of `text`, which is moved on.
std::optional<unsigned> number(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) return std::nullopt;
    unsigned value = 0;
    const std::string_view figures = text.substr(0, digits);
    const auto read = std::from_chars(figures.data(), figures.data() + figures.size(), value);
    if (read.ec != std::errc() || read.ptr != figures.end()) return std::nullopt;
    text.remove_prefix(digits);
    return value;
}

bool skip_hyphen(std::string_view& text) {
    if (!text.starts_with('-')) return false;
    text.remove_prefix(1);
    return true;
}

}  // namespace

std::optional<DaySpan> days_of(std::string_view text) {
    using namespace std::chrono;
    const auto y = number(text, 4);
    if (!y) return std::nullopt;
    const year year_of{static_cast<int>(*y)};
    if (text.empty()) return DaySpan{year_of / January / 1, year_of / December / 31};
    if (!skip_hyphen(text)) return std::nullopt;
    const auto m = number(text, 2);
    if (!m) return std::nullopt;
    const year_month month_of = year_of / month{*m};
    if (text.empty()) {
        if (!month_of.ok()) return DaySpan{month_of / day{0}, month_of / day{0}};
        return DaySpan{month_of / day{1}, year_month_day(month_of / last)};
    }
    if (!skip_hyphen(text)) return std::nullopt;
    const auto d = number(text, 2);
    if (!d || !text.empty()) return std::nullopt;
    const year_month_day one = month_of / day{*d};
    return DaySpan{one, one};
}

}  // namespace notes_export::cli
