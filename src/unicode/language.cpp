#include <cstdio>  // FILE, which cld2's header uses without including it

#include <cld2/public/compact_lang_det.h>

#include "unicode/text.hpp"

namespace notes_export::unicode {
namespace {

/// Less text than this is a guess.
constexpr std::size_t least_bytes = 80;
/// More does not make the answer better.
constexpr std::size_t most_bytes = 20000;

}  // namespace

std::string detect_language(std::string_view text) {
    if (text.size() < least_bytes) return {};
    text = text.substr(0, most_bytes);
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) text.remove_suffix(1);
    if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xC0) text.remove_suffix(1);
    bool reliable = false;
    const CLD2::Language language =
        CLD2::DetectLanguage(text.data(), static_cast<int>(text.size()), /*is_plain_text=*/true, &reliable);
    if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) return {};
    switch (language) {
        case CLD2::CHINESE:
            return "zh-Hans";
        case CLD2::CHINESE_T:
            return "zh-Hant";
        case CLD2::HEBREW:
            return "he";
        case CLD2::NORWEGIAN:
            return "nb";
        default:
            return CLD2::LanguageCode(language);
    }
}

}  // namespace notes_export::unicode
