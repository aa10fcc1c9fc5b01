/// Numbers as people of a language write them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace notes_export::locale {

/// "1,104", "1.104", "۱٬۱۰۴".
std::string figures(std::size_t number, std::string_view language);

/// The same without marks between thousands, as pages and footnotes are numbered: "1104", "۱۱۰۴".
std::string digits(std::size_t number, std::string_view language);

/// "xiv"; the number in figures where there is no such numeral (0, above 3999).
std::string lower_roman(std::size_t number);

}  // namespace notes_export::locale
