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
    bool address = false;  ///< of an address, code or an identifier: the width of its column may do without it
};

/// Adds where the unit may be parted with a hyphen.
void add_hyphenation(std::vector<InnerBreak>& breaks, const ShapedText& shaped, std::size_t unit,
                     const ParagraphStyle& style, const text::FontLibrary& fonts);

/// Adds where an address or a piece of code may go on in the next line: behind `/ ? & = . - _ # %` and other
/// punctuation within it, and well within pieces over 16 characters: before capital letters that begin parts of them,
/// and anywhere in a part that is as long. No hyphen is drawn.
void add_address_breaks(std::vector<InnerBreak>& breaks, const std::string& text, std::uint32_t begin,
                        std::uint32_t end);

/// Adds the seams of an identifier of twelve characters and more: behind its punctuation, and before the capital
/// letters that begin its parts (`DeleteRange|Response`, `HTTP|Server`). No hyphen is drawn.
void add_seams(std::vector<InnerBreak>& breaks, const std::string& text, std::uint32_t begin, std::uint32_t end);

}  // namespace notes_export::layout
