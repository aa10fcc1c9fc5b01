#include "locale/figures.hpp"

#include <unicode/numberformatter.h>

namespace notes_export::locale {

std::string figures(std::size_t number, std::string_view language) {
    UErrorCode status = U_ZERO_ERROR;
    std::string out;
    icu::number::NumberFormatter::withLocale(icu::Locale(std::string(language).c_str()))
        .formatInt(static_cast<int64_t>(number), status)
        .toString(status)
        .toUTF8String(out);
    return U_SUCCESS(status) ? out : std::to_string(number);
}

}  // namespace notes_export::locale
