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
#include <string_view>
#include <vector>

#include "markdown/open_block.hpp"
#include "markdown/running_text.hpp"
#include "notes_export/document.hpp"

namespace notes_export::markdown {

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

    /// Closes everything.
    Blocks finish();
    /// Where the last thing stood that had a place.
    std::uint32_t position() const { return position_; }
    std::string_view keep(std::string_view text) { return arena_.keep(text); }

private:
    enum class OpenInlines { go_on, end };
    void flush_text();
    void add_folded_blank(std::string_view blanks, SourceSpan span);
    Inlines settled(OpenBlock& frame, OpenInlines open);
    void flush_paragraph(OpenBlock& frame, OpenInlines open);
    void close_top_block();

    Arena& arena_;
    std::vector<OpenBlock> stack_;
    OpenBlock refused_;  ///< stands in for a block that is not opened
    int levels_ = 0;     ///< blocks that count
    int code_ = 0;
    RunningText text_;
    std::uint32_t position_ = 0;
};

}  // namespace notes_export::markdown
