#include "markdown/builder.hpp"

#include <algorithm>
#include <utility>

#include "markdown/blank_inlines.hpp"
#include "markdown/close_block.hpp"
#include "markdown/close_inline.hpp"
#include "markdown/paragraphs.hpp"

namespace notes_export::markdown {
namespace {

/// Levels of blocks and of inlines that are opened; the rest is for what is made on closing (a figure's paragraph).
constexpr int deepest = max_depth - 4;
/// Open things beyond the model's levels are transparent; still more would only cost time.
constexpr std::size_t most_open = 128;

bool takes_level(Part part) {
    switch (part) {
        case Part::list:
        case Part::quote:
        case Part::table:
        case Part::division:
        case Part::details:
        case Part::figure:
        case Part::definitions:
            return true;
        default:
            return false;
    }
}

}  // namespace

Builder::Builder(Arena& arena) : arena_(arena) {
    stack_.emplace_back();
}

// ---- blocks

OpenBlock& Builder::open_block(Part part, std::uint32_t id, Block block) {
    OpenBlock& parent = stack_.back();
    std::vector<Inline> around = parent.around;
    for (const auto& open : parent.open)
        if (!open.transparent && around.size() < deepest / 2) around.push_back(open.node);
    flush_paragraph(parent, OpenInlines::go_on);
    const bool counted = takes_level(part) && levels_ < deepest;
    if (takes_level(part) && !counted) part = Part::transparent;
    if (stack_.size() >= most_open && !is_leaf(part)) {
        refused_ = {};
        return refused_;
    }
    OpenBlock frame;
    frame.part = part;
    frame.id = id;
    frame.counted = counted;
    frame.block = std::move(block);
    frame.around = std::move(around);
    stack_.push_back(std::move(frame));
    if (counted) ++levels_;
    return stack_.back();
}

bool Builder::is_open(std::uint32_t id) const {
    return std::any_of(stack_.begin() + 1, stack_.end(), [&](const OpenBlock& frame) { return frame.id == id; });
}

void Builder::close_block(std::uint32_t id) {
    if (!is_open(id)) return;
    while (stack_.back().id != id) close_top_block();
    close_top_block();
}

void Builder::add_block(Block block) {
    flush_paragraph(stack_.back(), OpenInlines::go_on);
    position_ = std::max(position_, block.span.end);
    stack_.back().put(std::move(block));
}

/// The inlines that stand directly in a block, with the styles around it; empty when there is nothing to show.
Inlines Builder::settled(OpenBlock& frame, OpenInlines open) {
    flush_text();
    std::vector<OpenBlock::OpenInline> again;
    if (open == OpenInlines::go_on)
        for (auto& inner : frame.open) {
            inner.reopened = true;
            again.push_back({.id = inner.id, .transparent = inner.transparent, .node = inner.node, .reopened = true});
        }
    while (!frame.open.empty()) close_innermost_inline(frame, position_);
    frame.open = std::move(again);
    Inlines inlines = std::exchange(frame.inlines, {});
    trim(inlines);
    if (inlines.empty()) return inlines;
    if (is_blank(inlines)) {
        for (const Inline& item : inlines)
            if (const auto* anchor = std::get_if<AnchorPoint>(&item.node)) frame.waiting.push_back(*anchor);
        return {};
    }
    return wrapped(std::move(inlines), frame.around);
}

void Builder::flush_paragraph(OpenBlock& frame, OpenInlines open) {
    Inlines inlines = settled(frame, open);
    if (inlines.empty()) return;
    const auto* paragraph = std::get_if<Paragraph>(&frame.block.node);
    const Alignment alignment = paragraph ? paragraph->alignment : Alignment::none;
    frame.put(paragraph_block(std::move(inlines), alignment, lone_picture_in(frame.part)));
}

void Builder::close_top_block() {
    OpenBlock& top = stack_.back();
    Inlines inlines;
    if (holds_inlines(top.part) && top.blocks.empty()) {
        inlines = settled(top, OpenInlines::end);
    } else {
        flush_paragraph(top, OpenInlines::end);
    }
    OpenBlock frame = std::move(stack_.back());
    stack_.pop_back();
    if (frame.counted) --levels_;
    OpenBlock& parent = stack_.back();
    const auto names = std::exchange(frame.waiting, {});
    close_into(parent, std::move(frame), std::move(inlines), position_, arena_);
    for (const AnchorPoint& name : names) {
        // Names at a block's end mean the block before them.
        if (!parent.blocks.empty()) {
            parent.blocks.back().anchors.push_back(name);
        } else {
            parent.waiting.push_back(name);
        }
    }
}

Blocks Builder::finish() {
    while (stack_.size() > 1) close_top_block();
    flush_paragraph(stack_.back(), OpenInlines::end);
    OpenBlock& root = stack_.back();
    if (!root.waiting.empty() && !root.blocks.empty()) {
        auto& anchors = root.blocks.back().anchors;
        anchors.insert(anchors.end(), root.waiting.begin(), root.waiting.end());
    }
    return std::move(root.blocks);
}

void Builder::add_column(Alignment alignment) {
    for (auto frame = stack_.rbegin(); frame != stack_.rend(); ++frame)
        if (auto* table = std::get_if<Table>(&frame->block.node)) {
            table->columns.push_back(alignment);
            return;
        }
}

void Builder::name_block(AnchorPoint name) {
    flush_text();
    OpenBlock& frame = stack_.back();
    if (frame.inlines.empty() && frame.open.empty() && is_leaf(frame.part)) {
        frame.waiting.push_back(name);  // alone: it means the block before
    } else if (is_leaf(frame.part)) {
        frame.block.anchors.push_back(name);
    } else {
        add_inline({name, {position_, position_}});
    }
}

// ---- inlines

void Builder::open_inline(std::uint32_t id, Inline node) {
    flush_text();
    OpenBlock& frame = stack_.back();
    if (frame.open.size() >= most_open) return;
    const bool transparent = frame.around.size() + frame.open.size() >= deepest;
    frame.open.push_back({.id = id, .transparent = transparent, .node = std::move(node)});
}

void Builder::close_inline(std::uint32_t id) {
    OpenBlock& frame = stack_.back();
    const auto found = std::find_if(frame.open.rbegin(), frame.open.rend(),
                                    [&](const OpenBlock::OpenInline& open) { return open.id == id; });
    if (found == frame.open.rend()) return;
    flush_text();
    std::vector<OpenBlock::OpenInline> again;
    while (frame.open.back().id != id) {
        const auto& top = frame.open.back();
        again.push_back({.id = top.id,
                         .transparent = top.transparent,
                         .node = top.node,
                         .annotation = top.annotation,
                         .reopened = true});
        close_innermost_inline(frame, position_);
    }
    close_innermost_inline(frame, position_);
    for (auto open = again.rbegin(); open != again.rend(); ++open) frame.open.push_back(std::move(*open));
}

bool Builder::is_empty_inline(std::uint32_t id) const {
    if (!text_.empty()) return false;
    const auto& open = stack_.back().open;
    return !open.empty() && open.back().id == id && is_blank(open.back().children);
}

void Builder::open_annotation(std::uint32_t id, SourceSpan span) {
    open_inline(id, {Ruby{}, span});
    if (!stack_.back().open.empty() && stack_.back().open.back().id == id) stack_.back().open.back().annotation = true;
}

void Builder::add_inline(Inline node) {
    flush_text();
    position_ = std::max(position_, node.span.end);
    stack_.back().target().push_back(std::move(node));
}

// ---- text

void Builder::add_text(std::string_view text, SourceSpan span) {
    if (text.empty()) return;
    position_ = std::max(position_, span.end);
    text_.add(text, span);
}

void Builder::add_transient_text(std::string_view text, SourceSpan span) {
    if (text.empty()) return;
    position_ = std::max(position_, span.end);
    text_.add_copy(text, span);
}

void Builder::flush_text() {
    const auto taken = text_.take(arena_);
    if (!taken) return;
    Inlines& target = stack_.back().target();
    if (code_ > 0) {
        target.push_back({Code{taken->text}, taken->span});
    } else {
        target.push_back({Text{taken->text}, taken->span});
    }
}

void Builder::add_folded_text(std::string_view text, SourceSpan span) {
    constexpr std::string_view blanks = " \t\n\r\f";
    position_ = std::max(position_, span.end);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t word = std::min(text.find_first_not_of(blanks, at), text.size());
        if (word > at) add_folded_blank(text.substr(at, word - at), span);
        const std::size_t end = std::min(text.find_first_of(blanks, word), text.size());
        add_transient_text(text.substr(word, end - word), span);
        at = end;
    }
}

void Builder::add_folded_blank(std::string_view blanks, SourceSpan span) {
    const OpenBlock& frame = stack_.back();
    const Inlines& before = frame.open.empty() ? frame.inlines : frame.open.back().children;
    const bool first = text_.empty() && before.empty();
    if (first && frame.open.empty()) return;  // at the block's edge
    const bool after_blank = text_.empty() ? ends_in_blank(before) : text_.ends_in_blank();
    if (after_blank && !first) return;
    if (code_ == 0 && blanks.find('\n') != std::string_view::npos) {
        add_inline({SoftBreak{}, {span.begin, span.begin}});
    } else {
        add_transient_text(" ", span);
    }
}

}  // namespace notes_export::markdown
