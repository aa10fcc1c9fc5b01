#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <memory>
#include <stdexcept>

#include "support/ascii.hpp"
#include "unicode/text.hpp"

namespace notes_export::unicode {
namespace {

/// One a thread: break iterators are costly to make and hold a position.
icu::BreakIterator& word_iterator() {
    thread_local const std::unique_ptr<icu::BreakIterator> made = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::BreakIterator> iterator(
            icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
        if (U_FAILURE(status)) throw std::logic_error("ICU has no word break data");
        return iterator;
    }();
    return *made;
}

bool is_ascii_word(char c) {
    return ascii::is_alphanumeric(c) || c == '_';
}

/// UAX #29 for ASCII: letters, digits and `_` hold together; `'` and `.` hold letters, `,` and `.` hold digits.
std::size_t count_ascii(std::string_view text) {
    std::size_t words = 0;
    bool inside = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_ascii_word(text[i])) {
            words += !inside;
            inside = true;
        } else {
            const bool holds = inside && (text[i] == '\'' || text[i] == '.' || text[i] == ',') && i + 1 < text.size() &&
                               is_ascii_word(text[i + 1]);
            const bool digits = holds && ascii::is_digit(text[i - 1]) && text[i + 1] <= '9';
            inside = holds && (digits || (text[i] != ',' && text[i + 1] > '9' && text[i - 1] > '9'));
        }
    }
    return words;
}

}  // namespace

std::size_t count_words(std::string_view text) {
    bool ascii = true;
    for (const char c : text) ascii = ascii && static_cast<unsigned char>(c) < 0x80;
    if (ascii) return count_ascii(text);
    UErrorCode status = U_ZERO_ERROR;
    UText wrapped = UTEXT_INITIALIZER;
    utext_openUTF8(&wrapped, text.data(), static_cast<int64_t>(text.size()), &status);
    icu::BreakIterator& words = word_iterator();
    words.setText(&wrapped, status);
    std::size_t count = 0;
    if (U_SUCCESS(status)) {
        for (int32_t at = words.next(); at != icu::BreakIterator::DONE; at = words.next())
            count += words.getRuleStatus() >= UBRK_WORD_NONE_LIMIT;
    }
    utext_close(&wrapped);
    return count;
}

}  // namespace notes_export::unicode
