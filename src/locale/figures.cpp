#include "locale/figures.hpp"

#include <unicode/numberformatter.h>

#include <map>
#include <utility>

namespace notes_export::locale {
namespace {

using icu::number::LocalizedNumberFormatter;

/// Making a formatter costs more than a page's text: each thread keeps one for each language.
const LocalizedNumberFormatter& formatter_for(std::string_view language) {
    thread_local std::map<std::string, LocalizedNumberFormatter, std::less<>> formatters;
    auto found = formatters.find(language);
    if (found == formatters.end()) {
        const std::string name(language);
        found = formatters.emplace(name, icu::number::NumberFormatter::withLocale(icu::Locale(name.c_str()))).first;
    }
    return found->second;
}

}  // namespace

std::string figures(std::size_t number, std::string_view language) {
    UErrorCode status = U_ZERO_ERROR;
    std::string out;
    formatter_for(language).formatInt(static_cast<int64_t>(number), status).toString(status).toUTF8String(out);
    return U_SUCCESS(status) ? out : std::to_string(number);
}

std::string digits(std::size_t number, std::string_view language) {
    std::string out;
    for (const char digit : std::to_string(number)) out += figures(static_cast<std::size_t>(digit - '0'), language);
    return out;
}

std::string lower_roman(std::size_t number) {
    if (number < 1 || number > 3999) return std::to_string(number);
    constexpr std::pair<std::size_t, const char*> steps[] = {
        {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
        {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
    std::string numeral;
    for (const auto& [amount, letters] : steps)
        for (; number >= amount; number -= amount) numeral += letters;
    return numeral;
}

}  // namespace notes_export::locale
