/// What the tests of paragraphs share: pieces in few words, and what lines look like.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "layout/paragraph.hpp"

namespace notes_export::layout {

inline const text::FontLibrary& test_fonts() {
    static const text::FontLibrary fonts;
    return fonts;
}

inline TextStyle serif(double size = 9.8) {
    TextStyle style;
    style.size = {size};
    return style;
}

inline TextStyle mono(double size = 8.1) {
    TextStyle style;
    style.font.family = text::Family::mono;
    style.size = {size};
    style.features.ligatures = false;
    style.code = true;
    return style;
}

inline Piece piece(std::string text, TextStyle style = serif()) {
    return TextPiece{std::move(text), std::move(style), {}, {}};
}

inline ParagraphStyle prose(std::string language = "en", Setting setting = Setting::justified) {
    ParagraphStyle style;
    style.setting = setting;
    style.language = std::move(language);
    return style;
}

inline std::vector<Line> set(const std::vector<Piece>& pieces, const ParagraphStyle& style, double measure) {
    return set_paragraph(pieces, style, {measure}, test_fonts());
}

/// Text of a line in the order of its items.
inline std::string text_of(const Line& line) {
    std::string text;
    for (const PageItem& item : line.items)
        if (const auto* run = std::get_if<GlyphRun>(&item)) text += run->text;
    return text;
}

inline std::string text_of(const std::vector<Line>& lines) {
    std::string text;
    for (const Line& line : lines) text += text_of(line);
    return text;
}

struct Extent {
    double left = 1e9, right = -1e9;
};

/// From the left end of the leftmost glyph to the right end of the rightmost one; blanks count for nothing.
inline Extent extent(const Line& line) {
    Extent extent;
    for (const PageItem& item : line.items) {
        const auto* run = std::get_if<GlyphRun>(&item);
        if (!run) continue;
        for (const PlacedGlyph& glyph : run->glyphs) {
            if (glyph.advance.value <= 0) continue;
            extent.left = std::min(extent.left, (run->origin.x + glyph.x).value);
            extent.right = std::max(extent.right, (run->origin.x + glyph.x + glyph.advance).value);
        }
    }
    return extent;
}

inline std::size_t glyph_count(const Line& line) {
    std::size_t count = 0;
    for (const PageItem& item : line.items)
        if (const auto* run = std::get_if<GlyphRun>(&item)) count += run->glyphs.size();
    return count;
}

}  // namespace notes_export::layout
