/// Glyph runs in a content stream: text objects, fonts, positions, and what the glyphs stand for.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/drawing.hpp"
#include "pdf/fonts.hpp"

namespace notes_export::pdf {

/// Shows runs one after another. A text object stays open from one to the next until `close`.
class TextWriter {
public:
    TextWriter(std::string& out, Pen& pen, const FontSet& fonts, Points page_height)
        : out_(out), pen_(pen), fonts_(fonts), page_height_(page_height) {}

    void show(const layout::GlyphRun& run);
    /// Ends the open text object, if there is one: what else is drawn, and marked content, must stand outside.
    void close();

    std::vector<std::uint16_t> used_fonts;  ///< ascending
    std::vector<std::string> undrawn;       ///< texts of glyphs that no font of the file has

private:
    void open_at(std::int64_t x, std::int64_t y);
    void select(std::uint16_t font, std::int64_t size);
    void glyphs(const layout::GlyphRun& run, const Cluster& cluster);
    void glyph(const layout::GlyphRun& run, const GlyphCode& code, Points x, Points rise);
    void span(const layout::GlyphRun& run, std::span<const Cluster> clusters);
    void open_span(std::string_view text);
    void close_span();
    void unseen(const layout::GlyphRun& run, double x);
    void flush();
    void note_use(std::uint16_t font);

    std::string& out_;
    Pen& pen_;
    const FontSet& fonts_;
    Points page_height_;

    bool open_ = false;
    std::int64_t line_x_ = 0, line_y_ = 0;  ///< where the text line begins, thousandths of a point
    std::uint16_t font_ = UINT16_MAX;       ///< selected; the selection outlives text objects
    std::int64_t size_ = 0;
    std::int64_t rise_ = 0;
    std::string shown_;  ///< TJ array in the making
    bool in_string_ = false;
    double pen_x_ = 0;  ///< where the reader's pen stands, in thousandths of an em from `line_x_`
};

}  // namespace notes_export::pdf
