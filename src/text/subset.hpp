/// Subsets of faces for embedding.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "text/face.hpp"

namespace notes_export::text {

enum class OutlineKind { true_type, cff };

/// A face reduced to some of its glyphs, as PDF embeds it.
struct FaceSubset {
    OutlineKind kind = OutlineKind::true_type;
    std::vector<std::byte> bytes;                 ///< sfnt for glyf outlines, bare CFF table for CFF ones
    std::map<std::uint32_t, std::uint32_t> cids;  ///< from the face's glyph id to the CID that shows it
    std::map<std::uint32_t, double> widths;       ///< of the face's glyph id, in 1/1000 em
};

/// Deterministic. Nothing when the face can't be embedded (its licence forbids it, bitmaps alone).
std::optional<FaceSubset> subset(const FontLibrary& fonts, FaceId face, const std::set<std::uint32_t>& glyphs);

/// The PNG of a colour bitmap glyph, with its placement in em (for emoji drawn as Type 3 glyphs).
struct BitmapGlyph {
    std::vector<std::byte> png;
    double left = 0, bottom = 0, width = 0, height = 0;
};
std::optional<BitmapGlyph> bitmap_glyph(const FontLibrary& fonts, FaceId face, std::uint32_t glyph);

}  // namespace notes_export::text
