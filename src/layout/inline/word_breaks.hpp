/// Places within a word where a line may end besides those of UAX #14: hyphenation, addresses, code.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "layout/inline/units.hpp"

namespace notes_export::layout {

struct InnerBreak {
    std::uint32_t offset = 0;  ///< byte of the text, behind which the next line begins
    double penalty = 0;
};

/// Adds where the unit may be parted with a hyphen.
void add_hyphenation(std::vector<InnerBreak>& breaks, const ShapedText& shaped, std::size_t unit,
                     const ParagraphStyle& style, const text::FontLibrary& fonts);

/// Adds where an address or a piece of code may go on in the next line: behind `/ ? & = . - _ # %` and other
/// punctuation within it, and anywhere well within pieces over 16 characters. No hyphen is drawn.
void add_address_breaks(std::vector<InnerBreak>& breaks, const std::string& text, std::uint32_t begin,
                        std::uint32_t end);

}  // namespace notes_export::layout
