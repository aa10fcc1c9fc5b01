#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <stdexcept>

#include "support/ascii.hpp"
#include "unicode/text.hpp"

namespace notes_export::unicode {
namespace {

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

icu::StringPiece piece(std::string_view text) {
    return {text.data(), static_cast<int32_t>(text.size())};
}

std::string normalised(const icu::Normalizer2& form, std::string_view text) {
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    UErrorCode status = U_ZERO_ERROR;
    form.normalizeUTF8(0, piece(text), sink, nullptr, status);
    return U_SUCCESS(status) ? out : std::string(text);
}

const icu::Normalizer2& form(const icu::Normalizer2* (*instance)(UErrorCode&)) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* found = instance(status);
    if (U_FAILURE(status)) throw std::logic_error("ICU has no normalisation data");
    return *found;
}

}  // namespace

std::string lower(std::string_view text) {
    if (is_ascii(text)) return ascii::lower(text);
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    UErrorCode status = U_ZERO_ERROR;
    icu::CaseMap::utf8Fold(0, piece(text), sink, nullptr, status);
    return U_SUCCESS(status) ? out : std::string(text);
}

std::string nfc(std::string_view text) {
    if (is_ascii(text)) return std::string(text);
    return normalised(form(icu::Normalizer2::getNFCInstance), text);
}

std::string match_key(std::string_view text) {
    if (is_ascii(text)) return lower(text);
    return normalised(form(icu::Normalizer2::getNFKCCasefoldInstance), text);
}

}  // namespace notes_export::unicode
