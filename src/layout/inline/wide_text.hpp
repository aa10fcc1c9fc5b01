/// The paragraph in UTF-16 for ICU, with the way back.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "layout/inline/collect.hpp"

namespace notes_export::layout {

struct WideText {
    std::u16string units;
    std::vector<std::uint32_t> offsets;  ///< byte offset of each unit and of the end; empty when both are the same

    std::uint32_t byte_offset(std::size_t unit) const {
        return offsets.empty() ? static_cast<std::uint32_t>(unit) : offsets[unit];
    }
};

/// Page numbers stand in it as figures, so that no line ends between them and the word they follow.
WideText widen(const CollectedText& collected);

/// The same with the isolates that keep code and links in an order of their own (UAX #9, 2.4.2): their units have the
/// offset of the character behind them.
WideText widen_with_isolates(const CollectedText& collected);

}  // namespace notes_export::layout
