/// Which glyphs a book uses, and which characters each stands for.
///
/// A font in a PDF gives each glyph one text (its ToUnicode map). Here every glyph gets the text that it most often
/// stands for; content wraps what differs from it in an ActualText span.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "layout/page.hpp"
#include "text/face.hpp"

namespace notes_export::pdf {

/// Glyphs of a run that stand together for a piece of its text.
struct Cluster {
    std::size_t first = 0;  ///< index of the leftmost glyph
    std::size_t count = 0;
    std::string_view text;  ///< view into the run's
    bool marks = false;     ///< above or below the letter of the cluster that is read before it
};

/// A run's clusters from left to right. Marks that stand upon a letter with glyphs of their own are a cluster too, at
/// the side of it where reading goes on.
std::vector<Cluster> clusters_of(const layout::GlyphRun& run);

/// Whether a cluster stands for several characters in a run from right to left.
bool is_several_backwards(const layout::GlyphRun& run, const Cluster& cluster);

/// Whether a run is a hyphen of ours: drawn as a glyph, so that programs which read plain text join the word.
bool is_hyphen(const layout::GlyphRun& run, const text::FontLibrary& fonts);

struct GlyphUse {
    bool used = false;
    std::string_view text;  ///< view into the book; empty: never alone for any
    double advance = 0;     ///< em, where it was first placed
};

/// A glyph that draws nothing and takes no room: it tells readers where a span begins and ends.
struct UnseenGlyph {
    text::FaceId face;     ///< not always that of the span's other glyphs: many faces have none
    std::uint32_t id = 0;  ///< 0: there is none
};

struct FaceUse {
    text::FaceId face;
    std::vector<GlyphUse> glyphs;  ///< indexed by the face's glyph ids
    UnseenGlyph unseen;            ///< where spans need one
};

/// Faces in the order in which the book's pages first use them.
std::vector<FaceUse> glyphs_used(const layout::PagedBook& book, const text::FontLibrary& fonts, unsigned jobs);

}  // namespace notes_export::pdf
