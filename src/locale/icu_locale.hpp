/// ICU's locale for a language of the book.
#pragma once

#include <unicode/locid.h>

#include <string_view>

namespace notes_export::locale {

/// English as the rest of the world writes it: the day before the month. American and Canadian readers who say so
/// get their own. British English too where the tag is none.
icu::Locale locale_of(std::string_view language);

}  // namespace notes_export::locale
