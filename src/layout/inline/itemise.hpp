/// Second phase: runs of one style, script, direction and face.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "layout/inline/collect.hpp"
#include "layout/inline/wide_text.hpp"

namespace notes_export::layout {

struct Run {
    std::uint32_t begin = 0, end = 0;
    std::uint32_t span = 0;
    std::uint32_t script = 0;  ///< ISO 15924 as four bytes
    text::FaceId face;         ///< not valid: no font has the character
    std::uint8_t level = 0;    ///< of embedding (UAX #9)
};

inline constexpr std::uint32_t script_tag(const char (&name)[5]) {
    std::uint32_t tag = 0;
    for (int i = 0; i < 4; ++i) tag = tag << 8 | static_cast<unsigned char>(name[i]);
    return tag;
}

/// Han, kana and Bopomofo: set on the em grid, without word spaces.
bool is_han_or_kana(std::uint32_t script);
/// Thai, Lao, Khmer, Burmese: words follow each other without a blank.
bool is_spaceless(std::uint32_t script);

/// Language of a span: its own, else the paragraph's.
const std::string& language_of(const Span& span, const ParagraphStyle& style);

std::vector<Run> itemise(const CollectedText& collected, const WideText& wide, const ParagraphStyle& style,
                         const text::FontLibrary& fonts);

}  // namespace notes_export::layout
