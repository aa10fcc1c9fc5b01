/// Words shaped once each. Text repeats its words, so most shaping is a look-up; each thread has a cache of its own,
/// and what comes out never depends on what was in it.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "text/shape.hpp"

namespace notes_export::text {

/// Whether no lookup of the face touches the space, so that a run's words may be shaped one by one.
bool words_stand_alone(const FontLibrary& fonts, FaceId face);
/// Whether the face has glyphs for all characters of the cluster.
bool has_cluster(const FontLibrary& fonts, FaceId face, std::u32string_view cluster);
/// Glyph of U+0020 (0: none) and its advance in em.
struct SpaceGlyph {
    std::uint32_t id = 0;
    float advance = 0.25F;
};
SpaceGlyph space_glyph(const FontLibrary& fonts, FaceId face);
/// A glyph that draws nothing and takes no room: the character's own where the face has one for it, else that of
/// another character that isn't seen. 0: the face has none.
std::uint32_t unseen_glyph(const FontLibrary& fonts, FaceId face, char32_t character);

/// Ink of a glyph in em, for optical margins and the blanks within full-width marks.
struct Ink {
    float left = 0, right = 0;  ///< blank before and behind it within its advance
    bool any = false;
};
Ink ink(const FontLibrary& fonts, FaceId face, std::uint32_t glyph);

/// Appends the glyphs of `shape`.
void shape_into(std::vector<Glyph>& glyphs, const FontLibrary& fonts, const ShapeRequest& request,
                std::string_view paragraph, std::size_t begin, std::size_t end);

/// Number of a way to shape (face, script, language, direction, features), for `shaped_word`. Valid until
/// `forget_old_words`.
std::uint32_t word_kind(const FontLibrary& fonts, const ShapeRequest& request);

/// Glyphs of a word without its surroundings; clusters count from its first byte. Valid until `forget_old_words`.
std::span<const Glyph> shaped_word(const FontLibrary& fonts, std::uint32_t kind, std::string_view word);

/// Where a word may be parted: byte offsets, at least two characters behind its begin and three before its end.
/// Empty where the language has no patterns, and for a word that already has a hyphen or capitals within. Valid until
/// `forget_old_words`.
std::span<const std::uint16_t> hyphenation_points(const FontLibrary& fonts, std::string_view word,
                                                  std::string_view language);

/// To be called where no span is in use (between paragraphs): bounds the memory of this thread's cache.
void forget_old_words(const FontLibrary& fonts);

}  // namespace notes_export::text
