/// ICU's objects: opened once a thread and language, because opening one costs more than a paragraph.
#pragma once

#include <string>
#include <vector>

#include "layout/inline/wide_text.hpp"

namespace notes_export::layout {

enum class Boundaries { clusters, lines };

/// Byte offsets of the boundaries within the text, its end included, its begin not.
std::vector<std::uint32_t> boundaries(const WideText& wide, Boundaries kind, const std::string& language);

/// Embedding levels by byte of the text (UAX #9).
std::vector<std::uint8_t> bidi_levels(const CollectedText& collected);

}  // namespace notes_export::layout
