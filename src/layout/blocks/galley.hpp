/// Galleys: set matter before it is made up into pages. A galley is a column of strips, each of which stays whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <variant>
#include <vector>

#include "layout/flow.hpp"
#include "layout/page.hpp"
#include "layout/paragraph.hpp"
#include "support/geometry.hpp"

namespace notes_export::layout {

/// A place that links can go to: an anchor of the archive or a place of layout's own.
using PlaceTarget = std::variant<AnchorId, std::uint32_t>;

/// What it costs to end a page before a strip. The scale is that of `break_pages`: an empty line costs about 20.
namespace break_costs {
inline constexpr double free = 0;
inline constexpr double within_item = 120;          ///< a list item, a callout, a record of up to eight lines
inline constexpr double within_linked_from = 1000;  ///< notes overleaf from the words that say why they are listed
inline constexpr double note_end = 150;             ///< the last line or two of a note on a page of the next one
inline constexpr double introduced = 200;  ///< between a list, code, a table, a picture and the line that introduces it
inline constexpr double within_code = 100;        ///< between two lines of it, neither of them blank
inline constexpr double opened_code = 160;        ///< between a line of it and the deeper one that it opens
inline constexpr double within_drawing = 250;     ///< one that takes less than half a page
inline constexpr double lone_line_of_code = 600;  ///< one line before or behind the blank line next to it
inline constexpr double hyphenated = 15;          ///< the last word of a page goes on overleaf
inline constexpr double second_line = 4000;       ///< a heading with one line alone
inline constexpr double widow = 10000;            ///< one line alone at either side
inline constexpr double heading = 100000;         ///< a heading without its text
inline constexpr double never = 1000000;
}  // namespace break_costs

/// A page number to be set once it is known.
struct LateNumber {
    Line::LatePageNumber number;  ///< `number.item`: index into the items it is put among
    Point offset;                 ///< of its line's left end and baseline
};

/// A slice over the whole measure that is never divided: a line, a row, a picture. Coordinates are from its top left.
struct Strip {
    Points height;
    Points space_before;    ///< vanishes at the top of a page
    Points baseline;        ///< of its first line
    double break_cost = 0;  ///< of a page that ends before it
    std::vector<PageItem> items;
    std::vector<LinkArea> links;
    std::vector<LateNumber> late;
    std::vector<PlaceTarget> places;
    std::vector<std::uint32_t> footnotes;  ///< indices into the note's, in order of reference
    std::uint32_t head = UINT32_MAX;       ///< index into `Galley::heads`: what a page repeats that begins here
    Points shrink;                         ///< that its height may give so that it stays on a page: of a picture
    Flow flow = Flow::fixed;
    bool snap = false;     ///< what follows begins on the grid
    bool opening = false;  ///< a note begins here
    bool part = false;     ///< a part begins here
};

/// A ground or a rule beside strips, drawn anew on each page that they are on.
struct Band {
    std::size_t first = 0, last = 0;  ///< strips, the last one included
    Points x, width;
    Grey grey;
};

/// Strips that are repeated at the head of each page that a table goes on to.
struct RepeatedHead {
    std::size_t first = 0, last = 0;  ///< behind the last
};

struct Galley {
    std::vector<Strip> strips;
    std::vector<Band> bands;  ///< outer ones before those within
    std::vector<RepeatedHead> heads;
};

void translate(PageItem& item, Point by);
ElementId& element_of(PageItem& item);

/// Sum of heights and spaces.
Points height_of(const Galley& galley);

/// Puts a line's runs into a strip, with its left end and baseline at `offset`.
void add_line(Strip& strip, Line line, Point offset);

/// Puts all of a strip into another one.
void add_strip(Strip& strip, Strip part, Point offset);

/// One strip of a whole galley.
Strip joined(Galley galley);

/// Scales a strip of pictures alone, each about the middle of its width.
void make_smaller(Strip& strip, double ratio);

/// Widens a strip above its content.
void pad_above(Strip& strip, Points by);

}  // namespace notes_export::layout
