#include "locale/icu_locale.hpp"

namespace notes_export::locale {

icu::Locale locale_of(std::string_view language) {
    if (language == "en") return icu::Locale("en_GB");
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale locale =
        icu::Locale::forLanguageTag(icu::StringPiece(language.data(), static_cast<int32_t>(language.size())), status);
    return U_SUCCESS(status) && !locale.isBogus() ? locale : icu::Locale("en_GB");
}

}  // namespace notes_export::locale
