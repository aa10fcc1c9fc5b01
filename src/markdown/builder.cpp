#include "markdown/builder.hpp"

#include <algorithm>
#include <utility>

#include "markdown/paragraphs.hpp"

namespace notes_export::markdown {
namespace {

/// Levels of blocks and of inlines that are opened; the rest is for what is made on closing (a figure's paragraph).
constexpr int deepest = max_depth - 4;
/// Open things beyond the model's levels are transparent; still more would only cost time.
constexpr std::size_t most_open = 128;

bool is_leaf(Part part) {
    return part == Part::paragraph || part == Part::heading;
}
bool holds_inlines(Part part) {
    return is_leaf(part) || part == Part::caption || part == Part::summary || part == Part::figure_caption ||
           part == Part::term;
}

bool takes_level(Part part) {
    switch (part) {
        case Part::list:
        case Part::quote:
        case Part::callout:
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

bool ends_in_blank(const Inlines& inlines) {
    if (inlines.empty()) return true;
    const auto& last = inlines.back().node;
    if (const auto* text = std::get_if<Text>(&last)) return text->text.ends_with(' ');
    return std::holds_alternative<SoftBreak>(last) || std::holds_alternative<LineBreak>(last);
}

bool set_children(Inline& item, Inlines&& children) {
    return std::visit(
        [&](auto& node) {
            if constexpr (requires { node.children; }) {
                node.children = std::move(children);
                return true;
            } else {
                return false;
            }
        },
        item.node);
}

SourceSpan covering(const Inlines& inlines) {
    return {inlines.front().span.begin, inlines.back().span.end};
}

}  // namespace

bool is_blank(const Inlines& inlines) {
    return std::all_of(inlines.begin(), inlines.end(), [](const Inline& item) {
        if (const auto* styled = std::get_if<Styled>(&item.node)) return is_blank(styled->children);
        if (const auto* text = std::get_if<Text>(&item.node))
            return text->text.find_first_not_of(" \t") == std::string_view::npos;
        return std::holds_alternative<SoftBreak>(item.node) || std::holds_alternative<AnchorPoint>(item.node);
    });
}

void trim(Inlines& inlines) {
    while (!inlines.empty()) {
        if (auto* text = std::get_if<Text>(&inlines.back().node)) {
            const auto last = text->text.find_last_not_of(" \t");
            if (last != std::string_view::npos) {
                text->text = text->text.substr(0, last + 1);
                break;
            }
        } else if (!std::holds_alternative<SoftBreak>(inlines.back().node)) {
            break;
        }
        inlines.pop_back();
    }
    std::size_t blank = 0;
    for (; blank < inlines.size(); ++blank) {
        if (auto* text = std::get_if<Text>(&inlines[blank].node)) {
            const auto first = text->text.find_first_not_of(" \t");
            if (first != std::string_view::npos) {
                text->text = text->text.substr(first);
                break;
            }
        } else if (!std::holds_alternative<SoftBreak>(inlines[blank].node)) {
            break;
        }
    }
    inlines.erase(inlines.begin(), inlines.begin() + static_cast<std::ptrdiff_t>(blank));
}

Builder::Builder(Arena& arena) : arena_(arena) {
    stack_.emplace_back();
}

Inlines& Builder::target() {
    OpenBlock& frame = stack_.back();
    return frame.open.empty() ? frame.inlines : frame.open.back().children;
}

// ---- blocks

OpenBlock& Builder::open_block(Part part, std::uint32_t id, Block block) {
    OpenBlock& parent = stack_.back();
    std::vector<Inline> around = parent.around;
    for (const auto& open : parent.open)
        if (!open.transparent && around.size() < deepest / 2) around.push_back(open.node);
    flush_paragraph(parent, true);
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
    flush_paragraph(stack_.back(), true);
    position_ = std::max(position_, block.span.end);
    put(stack_.back(), std::move(block));
}

void Builder::put(OpenBlock& parent, Block block) {
    if (!parent.waiting.empty()) {
        block.anchors.insert(block.anchors.begin(), parent.waiting.begin(), parent.waiting.end());
        parent.waiting.clear();
    }
    if (parent.part == Part::list) {
        parent.items.emplace_back().blocks.push_back(std::move(block));
    } else {
        parent.blocks.push_back(std::move(block));
    }
}

/// The inlines that stand directly in a block, with the styles around it; empty when there is nothing to show.
Inlines Builder::settled(OpenBlock& frame, bool reopen) {
    flush_text();
    std::vector<OpenBlock::OpenInline> again;
    if (reopen)
        for (auto& open : frame.open) {
            open.reopened = true;
            again.push_back({open.id, open.transparent, open.node, {}, 0, false, true});
        }
    while (!frame.open.empty()) close_top_inline(frame);
    frame.open = std::move(again);
    Inlines inlines = std::exchange(frame.inlines, {});
    trim(inlines);
    if (inlines.empty()) return inlines;
    if (is_blank(inlines)) {
        for (const Inline& item : inlines)
            if (const auto* anchor = std::get_if<AnchorPoint>(&item.node)) frame.waiting.push_back(*anchor);
        return {};
    }
    for (auto around = frame.around.rbegin(); around != frame.around.rend(); ++around) {
        Inline wrapped = *around;
        wrapped.span = covering(inlines);
        if (!set_children(wrapped, std::move(inlines))) continue;
        inlines = {};
        inlines.push_back(std::move(wrapped));
    }
    return inlines;
}

void Builder::flush_paragraph(OpenBlock& frame, bool reopen) {
    Inlines inlines = settled(frame, reopen);
    if (inlines.empty()) return;
    const auto* paragraph = std::get_if<Paragraph>(&frame.block.node);
    const bool figures = frame.part != Part::cell && frame.part != Part::figure;
    for (Block& block :
         paragraph_blocks(std::move(inlines), paragraph ? paragraph->alignment : Alignment::none, figures))
        put(frame, std::move(block));
}

void Builder::close_top_block() {
    OpenBlock& top = stack_.back();
    Inlines inlines;
    if (holds_inlines(top.part) && top.blocks.empty()) {
        inlines = settled(top, false);
    } else {
        flush_paragraph(top, false);
    }
    OpenBlock frame = std::move(stack_.back());
    stack_.pop_back();
    if (frame.counted) --levels_;
    OpenBlock& parent = stack_.back();
    const auto names = std::exchange(frame.waiting, {});
    close_into(parent, std::move(frame), std::move(inlines));
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
    flush_paragraph(stack_.back(), false);
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

void Builder::name_next(AnchorPoint name) {
    stack_.back().waiting.push_back(name);
}

// ---- inlines

void Builder::open_inline(std::uint32_t id, Inline node) {
    flush_text();
    OpenBlock& frame = stack_.back();
    if (frame.open.size() >= most_open) return;
    const bool transparent = frame.around.size() + frame.open.size() >= deepest;
    frame.open.push_back({id, transparent, std::move(node), {}, 0});
}

void Builder::close_top_inline(OpenBlock& frame) {
    OpenBlock::OpenInline top = std::move(frame.open.back());
    frame.open.pop_back();
    Inlines& into = frame.open.empty() ? frame.inlines : frame.open.back().children;
    if (std::holds_alternative<Ruby>(top.node.node) && !top.transparent) {
        auto* parent = frame.open.empty() ? nullptr : &frame.open.back();
        if (top.annotation) {
            // The letters before it, back to the last annotation, are what it belongs to.
            const std::size_t from = parent ? std::min(parent->done, into.size()) : into.size();
            Ruby ruby;
            ruby.base.assign(std::make_move_iterator(into.begin() + static_cast<std::ptrdiff_t>(from)),
                             std::make_move_iterator(into.end()));
            into.resize(from);
            ruby.annotation = std::move(top.children);
            if (ruby.base.empty() || ruby.annotation.empty()) {
                for (Inlines* part : {&ruby.base, &ruby.annotation})
                    into.insert(into.end(), std::make_move_iterator(part->begin()),
                                std::make_move_iterator(part->end()));
            } else {
                const SourceSpan span{ruby.base.front().span.begin, ruby.annotation.back().span.end};
                into.push_back({std::move(ruby), span});
            }
            if (parent) parent->done = into.size();
            return;
        }
        top.transparent = true;
    }
    if (top.transparent) {
        into.insert(into.end(), std::make_move_iterator(top.children.begin()),
                    std::make_move_iterator(top.children.end()));
        return;
    }
    const auto* link = std::get_if<Link>(&top.node.node);
    if (link && is_blank(top.children)) {
        // Nothing to click on: its address will be shown, unless the link goes on elsewhere or within its own note.
        for (Inline& item : top.children)
            if (std::holds_alternative<AnchorPoint>(item.node)) into.push_back(std::move(item));
        top.children.clear();
        if (top.reopened || link->destination.empty() || link->destination.starts_with('#')) return;
    }
    if (top.children.empty() && !link) return;
    if (top.children.empty()) {
        if (top.node.span.end <= top.node.span.begin)
            top.node.span = {std::max(top.node.span.begin, position_), position_};
    } else {
        const SourceSpan inner = covering(top.children);
        // A link knows where it is written, from its first mark on.
        const bool placed = link && !top.reopened && top.node.span.begin <= inner.begin;
        top.node.span = placed ? SourceSpan{top.node.span.begin, std::max(top.node.span.end, inner.end)} : inner;
    }
    set_children(top.node, std::move(top.children));
    into.push_back(std::move(top.node));
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
        again.push_back({top.id, top.transparent, top.node, {}, 0, top.annotation, true});
        close_top_inline(frame);
    }
    close_top_inline(frame);
    for (auto open = again.rbegin(); open != again.rend(); ++open) frame.open.push_back(std::move(*open));
}

bool Builder::is_empty_inline(std::uint32_t id) const {
    if (has_text_) return false;
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
    target().push_back(std::move(node));
}

void Builder::add_text(std::string_view text, SourceSpan span) {
    if (text.empty()) return;
    position_ = std::max(position_, span.end);
    if (!has_text_) {
        view_ = text;
        is_joined_ = false;
        text_span_ = span;
        has_text_ = true;
        return;
    }
    text_span_.end = std::max(text_span_.end, span.end);
    if (!is_joined_ && view_.data() + view_.size() == text.data()) {
        view_ = {view_.data(), view_.size() + text.size()};
        return;
    }
    if (!is_joined_) {
        joined_.assign(view_);
        is_joined_ = true;
    }
    joined_ += text;
}

void Builder::add_transient_text(std::string_view text, SourceSpan span) {
    if (text.empty()) return;
    if (!has_text_) {
        joined_.clear();
        is_joined_ = has_text_ = true;
        text_span_ = span;
    } else if (!is_joined_) {
        joined_.assign(view_);
        is_joined_ = true;
    }
    position_ = std::max(position_, span.end);
    text_span_.end = std::max(text_span_.end, span.end);
    joined_ += text;
}

void Builder::flush_text() {
    if (!has_text_) return;
    has_text_ = false;
    const std::string_view text = is_joined_ ? arena_.keep(joined_) : view_;
    if (code_ > 0) {
        target().push_back({Code{text}, text_span_});
    } else {
        target().push_back({Text{text}, text_span_});
    }
}

void Builder::add_folded_text(std::string_view text, SourceSpan span) {
    constexpr std::string_view blanks = " \t\n\r\f";
    position_ = std::max(position_, span.end);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t word = std::min(text.find_first_not_of(blanks, at), text.size());
        if (word > at) {
            const bool line_end = text.substr(at, word - at).find('\n') != std::string_view::npos;
            const bool after_blank =
                has_text_ ? (is_joined_ ? joined_.ends_with(' ') : view_.ends_with(' ')) : ends_in_blank(target());
            const bool at_edge = !has_text_ && target().empty() && stack_.back().open.empty();
            if (!at_edge && (!after_blank || (!has_text_ && target().empty()))) {
                if (line_end && code_ == 0) {
                    add_inline({SoftBreak{}, {span.begin, span.begin}});
                } else {
                    add_transient_text(" ", span);
                }
            }
        }
        const std::size_t end = std::min(text.find_first_of(blanks, word), text.size());
        add_transient_text(text.substr(word, end - word), span);
        at = end;
    }
}

}  // namespace notes_export::markdown
