/// Shaping: from characters of one face, script and direction to positioned glyphs.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/face.hpp"

namespace notes_export::text {

/// OpenType features that a style turns on or off.
struct Features {
    bool ligatures = true;  ///< and kerning; off in code
    bool old_style_figures = false;
    bool tabular_figures = false;
    bool operator==(const Features&) const = default;
};

struct Glyph {
    std::uint32_t id = 0;
    float advance = 0;                 ///< em
    float x_offset = 0, y_offset = 0;  ///< em; y grows upwards
    std::uint32_t cluster = 0;         ///< byte offset of its first character in `paragraph`
    bool unsafe_to_break = false;      ///< a line broken before its cluster needs shaping again
};

struct ShapeRequest {
    FaceId face;
    std::uint32_t script = 0;   ///< ISO 15924 as four bytes, "Latn" = 0x4c61746e
    std::string_view language;  ///< BCP 47
    bool right_to_left = false;
    Features features;
};

/// Glyphs in visual order (left to right). `text` is UTF-8; context is all of `paragraph`, of which `text` is a part.
std::vector<Glyph> shape(const FontLibrary& fonts, const ShapeRequest& request, std::string_view paragraph,
                         std::size_t begin, std::size_t end);

}  // namespace notes_export::text
