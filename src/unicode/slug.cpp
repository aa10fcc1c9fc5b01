#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>

#include <memory>

#include "support/ascii.hpp"
#include "unicode/text.hpp"

namespace notes_export::unicode {
namespace {

/// Lower case as GitHub makes it (Ruby's downcase), which keeps ß where case folding would not.
std::string to_lower(std::string_view text) {
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    UErrorCode status = U_ZERO_ERROR;
    icu::CaseMap::utf8ToLower("", 0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink, nullptr,
                              status);
    return U_SUCCESS(status) ? out : std::string(text);
}

bool stays_in_slug(char32_t character) {
    if (character == '-' || character == '_') return true;
    const auto c = static_cast<UChar32>(character);
    return u_isalnum(c) || (U_GET_GC_MASK(c) & (U_GC_M_MASK | U_GC_NL_MASK | U_GC_NO_MASK | U_GC_PC_MASK)) != 0;
}

bool needs_transliteration(std::string_view text) {
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x80) return true;
    return false;
}

/// Any script to Latin letters without marks. Costly to make, not safe to share: one a thread.
const icu::Transliterator* latin_ascii() {
    thread_local const std::unique_ptr<icu::Transliterator> made = [] {
        UErrorCode status = U_ZERO_ERROR;
        UParseError where;
        std::unique_ptr<icu::Transliterator> any(icu::Transliterator::createInstance(
            icu::UnicodeString::fromUTF8("Any-Latin; Latin-ASCII"), UTRANS_FORWARD, where, status));
        return U_SUCCESS(status) ? std::move(any) : nullptr;
    }();
    return made.get();
}

}  // namespace

std::string github_slug(std::string_view heading) {
    const std::string folded = to_lower(heading);
    std::string out;
    for (std::size_t i = 0; i < folded.size();) {
        const char32_t character = decode(folded, i);
        if (character == ' ')
            out += '-';
        else if (stays_in_slug(character))
            append(out, character);
    }
    return out;
}

std::string ascii_slug(std::string_view text) {
    std::string latin(text);
    if (needs_transliteration(text)) {
        if (const icu::Transliterator* any = latin_ascii()) {
            icu::UnicodeString wide = icu::UnicodeString::fromUTF8(latin);
            any->transliterate(wide);
            latin.clear();
            wide.toUTF8String(latin);
        }
    }
    std::string out;
    for (const char c : latin) {
        if (ascii::is_alphanumeric(c))
            out += ascii::lower(c);
        else if (c != '\'' && !out.empty() && out.back() != '-')
            out += '-';
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out;
}

}  // namespace notes_export::unicode
