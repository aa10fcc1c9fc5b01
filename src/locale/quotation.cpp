#include "locale/quotation.hpp"

#include <unicode/ulocdata.h>
#include <unicode/unistr.h>

#include <memory>

#include "locale/icu_locale.hpp"

namespace notes_export::locale {
namespace {

std::string delimiter(ULocaleData* data, ULocaleDataDelimiterType type, const char* otherwise) {
    UErrorCode status = U_ZERO_ERROR;
    UChar mark[8];
    const int32_t length = ulocdata_getDelimiter(data, type, mark, 8, &status);
    if (U_FAILURE(status) || length <= 0 || length > 8) return otherwise;
    std::string out;
    icu::UnicodeString(mark, length).toUTF8String(out);
    return out;
}

}  // namespace

QuotationMarks quotation_marks(std::string_view language) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<ULocaleData, decltype(&ulocdata_close)> data(
        ulocdata_open(locale_of(language).getName(), &status), &ulocdata_close);
    if (U_FAILURE(status)) return {"“", "”", "‘", "’"};
    QuotationMarks marks{delimiter(data.get(), ULOCDATA_QUOTATION_START, "“"),
                         delimiter(data.get(), ULOCDATA_QUOTATION_END, "”"),
                         delimiter(data.get(), ULOCDATA_ALT_QUOTATION_START, "‘"),
                         delimiter(data.get(), ULOCDATA_ALT_QUOTATION_END, "’")};
    if (marks.open == "«" && (language == "fr" || language.starts_with("fr-")) && language != "fr-CH") {
        // CLDR gives the marks alone, and the same ones within.
        marks.open += "\u00a0";
        marks.close.insert(0, "\u00a0");
        marks.inner_open = "“";
        marks.inner_close = "”";
    }
    return marks;
}

}  // namespace notes_export::locale
