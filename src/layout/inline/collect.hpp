/// First phase: the characters of a paragraph in one text, and what they belong to.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "layout/paragraph.hpp"

namespace notes_export::layout {

/// Stands in the text for a picture and for a page number.
inline constexpr char32_t object_character = 0xFFFC;
/// Stands in the text for a kept break (to UAX #9 it is a blank, so direction holds over it).
inline constexpr char32_t line_separator = 0x2028;

enum class SpanKind : std::uint8_t { text, picture, page_number };

/// Half-open range of bytes of the text that come from one piece.
struct Span {
    std::uint32_t begin = 0, end = 0;
    SpanKind kind = SpanKind::text;
    const TextStyle* style = nullptr;
    ElementId element;
    LinkId link;
    const PageNumberPiece* page_number = nullptr;
    Size picture;
    ResourceId resource;
};

struct PlaceMark {
    std::uint32_t offset = 0;
    std::variant<AnchorId, std::uint32_t> place;
};

struct FootnoteMark {
    std::uint32_t offset = 0;
    std::uint32_t footnote = 0;
};

/// Views into the pieces, which must outlive it.
struct CollectedText {
    std::string text;         ///< UTF-8, blanks collapsed except in code
    std::vector<Span> spans;  ///< in order, without gaps; kept breaks belong to the span before
    std::vector<PlaceMark> places;
    std::vector<FootnoteMark> footnotes;
    std::vector<std::uint32_t> kept_breaks;  ///< offsets of line separators
    bool ascii = true;                       ///< every character of the text
    bool simple = true;          ///< each character is a cluster, written from left to right, in a Western script
    bool right_to_left = false;  ///< direction of the paragraph
};

/// `widest` limits pictures.
CollectedText collect(const std::vector<Piece>& pieces, const ParagraphStyle& style, Points widest);

}  // namespace notes_export::layout
