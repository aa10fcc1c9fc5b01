#include "locale/dates.hpp"

#include <unicode/dtitvfmt.h>
#include <unicode/dtptngen.h>
#include <unicode/smpdtfmt.h>

#include <map>
#include <memory>
#include <string>

#include "locale/icu_locale.hpp"

namespace notes_export::locale {
namespace {

constexpr double milliseconds_per_second = 1000;

UDate icu_date(const Timestamp& date) {
    return static_cast<double>(date.at.time_since_epoch().count()) * milliseconds_per_second;
}

/// Dates of notes have no zone: they are formatted as they were written.
std::unique_ptr<icu::SimpleDateFormat> make_format(const std::string& skeleton, std::string_view language) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = locale_of(language);
    const std::unique_ptr<icu::DateTimePatternGenerator> patterns(
        icu::DateTimePatternGenerator::createInstance(locale, status));
    if (U_FAILURE(status)) return nullptr;
    const icu::UnicodeString pattern = patterns->getBestPattern(icu::UnicodeString::fromUTF8(skeleton), status);
    auto format = std::make_unique<icu::SimpleDateFormat>(pattern, locale, status);
    if (U_FAILURE(status)) return nullptr;
    format->adoptTimeZone(icu::TimeZone::getGMT()->clone());
    return format;
}

std::string format(const Timestamp& date, const std::string& skeleton, std::string_view language) {
    // Formats are costly to make and change when used: one a thread, skeleton and language.
    thread_local std::map<std::string, std::unique_ptr<icu::SimpleDateFormat>> made;
    const std::string key = skeleton + '/' + std::string(language);
    auto found = made.find(key);
    if (found == made.end()) found = made.emplace(key, make_format(skeleton, language)).first;
    std::string out;
    if (found->second) {
        icu::UnicodeString text;
        found->second->format(icu_date(date), text);
        text.toUTF8String(out);
    }
    return out;
}

}  // namespace

std::string full_date(const Timestamp& date, std::string_view language) {
    return format(date, "yMMMMd", language);
}

std::string time_of_day(const Timestamp& date, std::string_view language) {
    return date.has_time ? format(date, "Hm", language) : std::string{};
}

std::string short_date(const Timestamp& date, std::string_view language) {
    return format(date, "MMMd", language);
}

std::string year(const Timestamp& date, std::string_view language) {
    return format(date, "y", language);
}

std::string medium_date(const Timestamp& date, std::string_view language) {
    return format(date, "yMMMd", language);
}

std::string month_and_year(const Timestamp& date, std::string_view language) {
    return format(date, "yMMMM", language);
}

std::string date_range(const Timestamp& first, const Timestamp& last, std::string_view language) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::DateIntervalFormat> ranges(
        icu::DateIntervalFormat::createInstance(icu::UnicodeString("yMMMMd"), locale_of(language), status));
    if (U_FAILURE(status)) return full_date(first, language);
    ranges->adoptTimeZone(icu::TimeZone::getGMT()->clone());
    const icu::DateInterval interval(icu_date(first), icu_date(last));
    icu::UnicodeString text;
    icu::FieldPosition position(icu::FieldPosition::DONT_CARE);
    ranges->format(&interval, text, position, status);
    std::string out;
    text.toUTF8String(out);
    return U_SUCCESS(status) ? out : full_date(first, language);
}

}  // namespace notes_export::locale
