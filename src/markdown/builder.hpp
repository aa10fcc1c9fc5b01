/// Builds the model from openings and closings, whichever order they come in.
///
/// Markdown nests by itself; HTML and the marks of the dialects don't: a style may begin in one block and end in
/// another, a block may stand within a style, a closing may be missing. The builder keeps the open blocks on a stack,
/// and within the innermost one the open inlines:
/// 1. a block that opens within inlines takes their styles along: what stands in it is wrapped in them too;
/// 2. an inline that closes under others closes those, and opens them again behind it;
/// 3. what a block may not hold is set in an anonymous one that may (text among an HTML list's items, blocks in a
///    heading);
/// 4. past the depth that the model allows, what opens is transparent: its content stands in the innermost block.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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
    callout,
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
    /// Open inlines, outermost first.
    struct OpenInline {
        std::uint32_t id = 0;
        bool transparent = false;
        Inline node;
        Inlines children;
        std::size_t done = 0;     ///< of a ruby: children that have their annotation
        bool annotation = false;  ///< a ruby's
        bool reopened = false;    ///< rule 2: the same one stands before
    };
    std::vector<OpenInline> open;
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
};

class Builder {
public:
    explicit Builder(Arena& arena);

    // ---- blocks
    OpenBlock& open_block(Part part, std::uint32_t id, Block block = {});
    /// Closes the innermost block `id` and all within it; nothing happens when none is open.
    void close_block(std::uint32_t id);
    /// A block without content of its own (code, a rule).
    void add_block(Block block);
    OpenBlock& innermost() { return stack_.back(); }
    bool is_open(std::uint32_t id) const;

    /// The innermost table has one more column.
    void add_column(Alignment alignment);

    // ---- inlines
    void open_inline(std::uint32_t id, Inline node);
    void close_inline(std::uint32_t id);
    /// A view that lives as long as the document.
    void add_text(std::string_view text, SourceSpan span);
    /// Text that is kept in the arena if nothing shorter is possible.
    void add_transient_text(std::string_view text, SourceSpan span);
    /// Text of HTML: blanks are folded, those at a block's edge dropped.
    void add_folded_text(std::string_view text, SourceSpan span);
    void add_inline(Inline node);
    /// Nothing stands in the open inline `id` so far.
    bool is_empty_inline(std::uint32_t id) const;
    void open_annotation(std::uint32_t id, SourceSpan span);
    /// From here on, text is code; nested.
    void begin_code() { flush_text(), ++code_; }
    void end_code() { flush_text(), --code_; }
    /// A name for the block that holds this place.
    void name_block(AnchorPoint name);
    /// A name for the next block.
    void name_next(AnchorPoint name);

    /// Closes everything.
    Blocks finish();
    /// Where the last thing stood that had a place.
    std::uint32_t position() const { return position_; }
    std::string_view keep(std::string_view text) { return arena_.keep(text); }

private:
    Inlines& target();
    void flush_text();
    void close_top_inline(OpenBlock& frame);
    Inlines settled(OpenBlock& frame, bool reopen);
    void flush_paragraph(OpenBlock& frame, bool reopen);
    void close_top_block();
    void put(OpenBlock& parent, Block block);
    void close_into(OpenBlock& parent, OpenBlock&& frame, Inlines&& inlines);  // close_block.cpp

    Arena& arena_;
    std::vector<OpenBlock> stack_;
    OpenBlock refused_;  ///< stands in for a block that is not opened
    int levels_ = 0;     ///< blocks that count
    int code_ = 0;
    // Text that may still grow:
    std::string_view view_;  ///< while it is one stretch of memory
    std::string joined_;     ///< else
    bool has_text_ = false, is_joined_ = false;
    SourceSpan text_span_;
    std::uint32_t position_ = 0;
};

bool is_blank(const Inlines& inlines);
/// Drops breaks and blanks at the ends.
void trim(Inlines& inlines);

}  // namespace notes_export::markdown
