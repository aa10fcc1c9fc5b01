/// The book's own words in the language of the book: "Contents", "Linked from".
#pragma once

#include <string>
#include <string_view>

namespace notes_export::locale {

/// The word or phrase with this key ("contents", "picture-missing") in the language (BCP 47); English where
/// `styles/strings/` has no translation. Throws `std::logic_error` for a key that English lacks.
std::string_view word(std::string_view key, std::string_view language);

/// A phrase that counts: "1 note", "5 notes"; the form is chosen by ICU's plural rules.
std::string counted(std::string_view key, std::size_t count, std::string_view language);

}  // namespace notes_export::locale
