/// Unicode services on UTF-8, by ICU and by hand where ICU is no help.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "notes_export/direction.hpp"

namespace notes_export::unicode {

/// Decodes one code point at `offset` and moves it on; invalid bytes give U+FFFD, one byte each.
char32_t decode(std::string_view text, std::size_t& offset);
void append(std::string& out, char32_t character);

std::string lower(std::string_view text);  ///< full case folding
std::string nfc(std::string_view text);
/// NFKC and case folding: equal keys mean equal names.
std::string match_key(std::string_view text);

/// GitHub's heading slug: lower case, punctuation dropped (letters, marks, digits, `_` and `-` stay), blanks to `-`.
std::string github_slug(std::string_view heading);
/// Latin letters and digits for any script ("Würstchen" → "wurstchen"), others to `-`; may be empty.
std::string ascii_slug(std::string_view text);

/// A domain's name in ASCII by UTS #46 ("münchen.de" → "xn--mnchen-3ya.de"); nothing for what can't be one.
std::optional<std::string> ascii_domain(std::string_view domain);

std::size_t count_words(std::string_view text);  ///< by UAX #29
/// Direction of the first strong character; automatic when none is.
Direction first_strong(std::string_view text);
/// Of the letters that have a direction, the part that is written from right to left; nothing where there are none.
std::optional<double> right_to_left_share(std::string_view text);
bool is_symbol(char32_t character);  ///< Unicode's category S
bool is_cjk(char32_t character);     ///< Han, kana, hangul, their punctuation, full-width forms

/// Sorts as people do: case-insensitive, digits by value (2 before 10).
bool natural_less(std::string_view a, std::string_view b);

/// BCP 47 language most of the text is in, by libcld2; empty when it can't tell.
std::string detect_language(std::string_view text);
bool is_right_to_left(std::string_view language);

}  // namespace notes_export::unicode
