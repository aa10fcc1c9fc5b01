/// A block that is open in a builder: what it becomes, and what stands in it so far.
#pragma once

#include <cstdint>
#include <vector>

#include "notes_export/document.hpp"

namespace notes_export::markdown {

/// What an open block becomes when it closes.
enum class Part : std::uint8_t {
    transparent,
    paragraph,
    heading,
    list,
    item,
    quote,
    table,
    table_head,
    row,
    cell,
    caption,
    division,
    details,
    summary,
    figure,
    figure_caption,
    definitions,
    term,
    definition
};

constexpr bool is_leaf(Part part) {
    return part == Part::paragraph || part == Part::heading;
}
constexpr bool holds_inlines(Part part) {
    return is_leaf(part) || part == Part::caption || part == Part::summary || part == Part::figure_caption ||
           part == Part::term;
}

/// An open block.
struct OpenBlock {
    Part part = Part::transparent;
    std::uint32_t id = 0;              ///< what closes it
    bool counted = false;              ///< takes one of the model's levels
    bool explicit_paragraphs = false;  ///< of an item: a paragraph was asked for by name, so the list is loose
    bool written = false;              ///< Markdown's own: an empty heading stays
    Block block;                       ///< what it becomes, with its attributes
    Blocks blocks;
    Inlines inlines;
    struct OpenInline {
        std::uint32_t id = 0;
        bool transparent = false;
        Inline node = {};
        Inlines children = {};
        std::size_t done = 0;     ///< of a ruby: children that have their annotation
        bool annotation = false;  ///< a ruby's
        bool reopened = false;    ///< the same one stands before: builder.hpp, rule 2
    };
    std::vector<OpenInline> open;      ///< outermost first
    std::vector<Inline> around;        ///< styles taken along, outermost first; without children
    std::vector<AnchorPoint> waiting;  ///< names for the next block
    // What closes into it:
    std::vector<ListItem> items;
    std::vector<TableRow> head, rows;
    std::vector<TableCell> cells;
    std::vector<DefinitionItem> definitions;
    Inlines title;  ///< summary or caption
    // What an item or cell says of itself:
    ListItem item;
    TableCell cell;

    /// Where inlines go now.
    Inlines& target() { return open.empty() ? inlines : open.back().children; }
    /// A block that stands in it, with the names that wait for one.
    void put(Block block);
};

}  // namespace notes_export::markdown
