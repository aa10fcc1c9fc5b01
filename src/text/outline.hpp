/// Shapes of glyphs, for drawing them where no font can be embedded.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "text/face.hpp"

namespace notes_export::text {

/// One step of a path in em, y upwards; points beyond those the kind has are 0.
struct PathStep {
    enum class Kind { move, line, cubic, close } kind = Kind::close;
    std::array<double, 6> points{};  ///< x and y: one point; for a cubic two controls and the end
};

/// Filled by the non-zero rule. Empty for a blank and for colour bitmaps.
std::vector<PathStep> outline(const FontLibrary& fonts, FaceId face, std::uint32_t glyph);

}  // namespace notes_export::text
