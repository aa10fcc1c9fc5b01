/// Paragraphs: inline content in, lines of positioned glyph runs out.
///
/// The seam between the blocks of a book and the setting of text. Phases: collect the characters; find runs of one
/// script, direction (UAX #9 over the whole paragraph) and face; shape; find break opportunities (UAX #14,
/// hyphenation); break (Knuth and Plass, "Breaking Paragraphs into Lines", 1981); place each line's runs in visual
/// order.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "layout/page.hpp"
#include "support/geometry.hpp"
#include "text/face.hpp"
#include "text/shape.hpp"

namespace notes_export::layout {

enum class Underline { none, link, plain };

/// How a stretch of characters looks.
struct TextStyle {
    text::FontStyle font;
    Points size;
    Grey grey;
    text::Features features;
    Points letterspacing;
    Points baseline_shift;  ///< upwards
    Underline underline = Underline::none;
    bool strike = false;
    bool highlight = false;  ///< light ground
    bool frame = false;      ///< thin rounded frame, for keys
    bool hyphenate = true;
    bool code = false;     ///< no hyphens, breaks after punctuation; a URL too
    bool seams = false;    ///< identifiers may go on in the next line at their seams, without a hyphen
    std::string language;  ///< BCP 47
    bool operator==(const TextStyle&) const = default;
};

/// Characters of one style that belong to one element.
struct TextPiece {
    std::string text;  ///< UTF-8, no line ends
    TextStyle style;
    ElementId element;
    LinkId link;  ///< not valid: none
};

/// The printed number of the page that an anchor is on, known after page breaking. Set in tabular figures, in a room
/// for `digits` of them.
struct PageNumberPiece {
    std::variant<AnchorId, std::uint32_t> target;  ///< the number: index into `PagedBook::places`
    int digits = 3;
    std::string before, after;  ///< set around it: " (p. ", ")"
    TextStyle style;
    ElementId element;
    LinkId link;
};

/// A picture in a line of text.
struct PicturePiece {
    ResourceId resource;
    Size size;
    ElementId element;
    LinkId link;
    TextStyle style;  ///< of the text that it stands in
};

/// A place that links can go to; takes no room.
struct PlacePiece {
    std::variant<AnchorId, std::uint32_t> place;
};

/// A line break that the writer asked for.
struct BreakPiece {};

/// A footnote is referred to here: its body belongs to the foot of the page that this line is on.
struct FootnotePiece {
    std::uint32_t footnote = 0;  ///< index into the note's footnotes
};

using Piece = std::variant<TextPiece, PageNumberPiece, PicturePiece, PlacePiece, BreakPiece, FootnotePiece>;

enum class Setting { justified, ragged, balanced, centered, right };

struct ParagraphStyle {
    Setting setting = Setting::justified;
    Direction direction = Direction::automatic;  ///< automatic: by the first strong character (UAX #9, P2 and P3)
    Direction fallback_direction = Direction::left_to_right;  ///< where no character is strong
    bool hyphenate = true;
    bool protrude = true;       ///< marks at either edge of a justified line reach beyond it
    bool beside_label = false;  ///< an item's first line begins with its measure: a bullet or number stands before it
    Points hang;                ///< indent of lines that go on after a kept break
    Points first_indent;
    bool code = false;  ///< tabs and blanks as they are; a line too long goes on behind a mark
    std::string language;
};

/// One line, its runs placed on the baseline y = 0. Places are measured from the left edge of a line as wide as the
/// measure, whatever the direction and setting: indents, centring, and the right-hand edge of lines that run from right
/// to left are already in them.
struct Line {
    std::vector<PageItem> items;  ///< y is 0 at the baseline; decorations included
    std::vector<LinkArea> links;
    struct LatePageNumber {
        PageNumberPiece piece;
        Points x;  ///< left end of its room
        Points width;
        std::size_t item;  ///< it is put before this item
    };
    std::vector<LatePageNumber> page_numbers;
    std::vector<std::variant<AnchorId, std::uint32_t>> places;
    std::vector<std::uint32_t> footnotes;
    Points width;            ///< of its content
    Points ascent, descent;  ///< of what stands out of the usual line (pictures); 0 for text alone
    bool hyphenated = false;
    bool last = false;              ///< of its paragraph, or before a kept break
    double ratio = 0;               ///< of stretch (positive) or shrink (negative)
    bool right_to_left = false;     ///< of its paragraph
    std::vector<char32_t> missing;  ///< characters that no font has: framed code points stand for them
};

/// Breaks a paragraph for a measure. Lines are as wide as the measure at most; protrusion may reach beyond it.
std::vector<Line> set_paragraph(const std::vector<Piece>& pieces, const ParagraphStyle& style, Points measure,
                                const text::FontLibrary& fonts);

/// For table columns: least width without breaking a word; the same where addresses, code and, in a style that says so,
/// identifiers may go on in the next line; width on a single line (up to forced breaks).
struct ContentWidths {
    Points least, parted, most;
};
ContentWidths content_widths(const std::vector<Piece>& pieces, const ParagraphStyle& style,
                             const text::FontLibrary& fonts);

/// The run of a page number once it is known, for its place in a line.
std::vector<PageItem> set_page_number(const Line::LatePageNumber& late, const std::string& number,
                                      const text::FontLibrary& fonts);

}  // namespace notes_export::layout
