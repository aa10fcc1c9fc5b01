/// Pages as layout makes them: positioned glyph runs, rules, pictures and links, each with the structure element it
/// belongs to. Knows nothing of PDF; any program that draws pages can take them.
///
/// Reading order is the order of items. An element joins its parent's children where the first item of it (or of one
/// of its descendants) stands, so the order of items alone makes the order of the structure tree; an element without
/// items is not in it. Items without an element are artifacts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "notes_export/archive.hpp"
#include "support/geometry.hpp"
#include "text/face.hpp"

namespace notes_export::layout {

/// Index into `PagedBook::elements`.
struct ElementId {
    std::uint32_t value = UINT32_MAX;
    bool valid() const { return value != UINT32_MAX; }
    auto operator<=>(const ElementId&) const = default;
};

/// Index into `PagedBook::links`.
struct LinkId {
    std::uint32_t value = UINT32_MAX;
    bool valid() const { return value != UINT32_MAX; }
    auto operator<=>(const LinkId&) const = default;
};

/// Standard structure types (ISO 32000-1, 14.8.4).
enum class Role {
    document,
    part,
    section,
    division,
    title,
    h1,
    h2,
    h3,
    h4,
    h5,
    h6,
    paragraph,
    list,
    list_item,
    label,
    list_body,
    table,
    table_head,
    table_body,
    table_row,
    table_header,
    table_data,
    figure,
    caption,
    code,
    formula,
    block_quote,
    note,
    reference,
    link,
    contents,
    contents_item,
    span,
    quote,
};

enum class HeaderScope { none, column, row };

struct Element {
    Role role = Role::paragraph;
    ElementId parent;      ///< not valid for the root, which is element 0
    std::string language;  ///< only where it differs from the parent's
    std::string alt;       ///< of figures and formulas
    HeaderScope scope = HeaderScope::none;
    std::uint32_t columns = 1;  ///< spanned by a table cell
    std::uint32_t rows = 1;
    Numbering numbering = Numbering::bullet;  ///< of a list
};

/// 0 is black, 1 is white.
struct Grey {
    double level = 0;
    bool operator==(const Grey&) const = default;
};

/// A length within a run, in points. A book holds millions of them, so each takes half the room of `Points`; over the
/// width of a page it is exact to a thousandth of a thousandth of an inch.
struct RunLength {
    float value = 0;
    constexpr RunLength() = default;
    constexpr RunLength(Points length) : value(static_cast<float>(length.value)) {}
    constexpr operator Points() const { return {static_cast<double>(value)}; }
};

/// A glyph at its place. `x` and `y` are measured from the run's origin; y grows downwards.
struct PlacedGlyph {
    std::uint32_t id = 0;
    RunLength x, y;
    RunLength advance;          ///< as placed, letterspacing and stretch of a space included
    std::uint32_t cluster = 0;  ///< byte offset into `GlyphRun::text` of the first character it stands for
};

/// Glyphs of one face and size on one baseline.
struct GlyphRun {
    Point origin;  ///< left end of the baseline
    text::FaceId face;
    Points size;
    Grey grey;
    std::vector<PlacedGlyph> glyphs;  ///< from left to right
    /// The characters it stands for, in logical order; empty for a mark that no reader should find in the text (a
    /// hyphen of ours, the arrow of a wrapped line).
    std::string text;
    bool right_to_left = false;
    bool mark = false;  ///< the run is such a mark: drawn as an artifact whatever its element is
    ElementId element;
};

/// A filled rectangle: rules, grounds, bars.
struct Fill {
    Rect rect;
    Grey grey;
    Points radius;  ///< of rounded corners
    ElementId element;
};

/// A drawn frame or line.
struct Stroke {
    Rect rect;  ///< a line where width or height is 0
    Points thickness;
    Grey grey;
    Points radius;
    Points dash;  ///< length of dashes and gaps; 0: solid
    ElementId element;
};

/// Straight strokes through points: ticks, the picture sign.
struct Polyline {
    std::vector<Point> points;
    Points thickness;
    Grey grey;
    bool closed = false;
    bool filled = false;
    ElementId element;
};

/// A picture, scaled to its rectangle.
struct Picture {
    Rect rect;
    ResourceId resource;
    ElementId element;
};

using PageItem = std::variant<GlyphRun, Fill, Stroke, Polyline, Picture>;

/// Where on a page a link can be touched; several when it goes over lines.
struct LinkArea {
    Rect rect;
    LinkId link;
};

struct Page {
    std::vector<PageItem> items;
    std::vector<LinkArea> links;
    std::string label;  ///< its printed number
};

struct Link {
    std::variant<ExternalUrl, AnchorId, std::uint32_t> target;  ///< the number: index into `PagedBook::places`
    ElementId element;
    std::string description;  ///< for readers who don't see it: the text or title
};

struct Place {
    std::uint32_t page = UINT32_MAX;  ///< UINT32_MAX: not in the book
    Points y;
};

struct Bookmark {
    std::string title;
    Place place;
    std::vector<Bookmark> children;
    bool open = false;
};

struct PagedBook {
    Size page_size;
    bool grayscale = false;  ///< pictures are shown without colour
    std::vector<Page> pages;
    std::vector<Element> elements;  ///< a parent stands before its children
    std::vector<Link> links;
    std::vector<Place> anchors;  ///< indexed by `AnchorId`
    std::vector<Place> places;   ///< of layout's own: footnotes, references to them
    std::vector<Bookmark> bookmarks;
};

}  // namespace notes_export::layout
