/// Dates as people of a language write them, by ICU.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "notes_export/timestamp.hpp"

namespace notes_export::locale {

std::string full_date(const Timestamp& date, std::string_view language);       ///< "13 February 2024"
std::string time_of_day(const Timestamp& date, std::string_view language);     ///< "21:25"; empty when not known
std::string short_date(const Timestamp& date, std::string_view language);      ///< "13 Feb"
std::string medium_date(const Timestamp& date, std::string_view language);     ///< "13 Feb 2024"
std::string year(const Timestamp& date, std::string_view language);            ///< "2024"
std::string month_and_year(const Timestamp& date, std::string_view language);  ///< "February 2024"
std::string date_range(const Timestamp& first, const Timestamp& last,
                       std::string_view language);  ///< "13 – 17 February 2024"

}  // namespace notes_export::locale
