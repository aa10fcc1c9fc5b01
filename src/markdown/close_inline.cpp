#include "markdown/close_inline.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "markdown/blank_inlines.hpp"
#include "markdown/covering.hpp"

namespace notes_export::markdown {
namespace {

using OpenInline = OpenBlock::OpenInline;

void append(Inlines& into, Inlines&& inlines) {
    into.insert(into.end(), std::make_move_iterator(inlines.begin()), std::make_move_iterator(inlines.end()));
}

/// Where the item keeps what is in it; none when it holds nothing.
Inlines* children_of(Inline& item) {
    return std::visit(
        [](auto& node) -> Inlines* {
            if constexpr (requires { node.children; })
                return &node.children;
            else
                return nullptr;
        },
        item.node);
}

/// The letters before an annotation, back to the last one, are what it belongs to.
void annotate(Inlines& into, std::size_t done, Inlines&& annotation) {
    const auto from = into.begin() + static_cast<std::ptrdiff_t>(done);
    Ruby ruby;
    ruby.base.assign(std::make_move_iterator(from), std::make_move_iterator(into.end()));
    into.erase(from, into.end());
    if (ruby.base.empty() || annotation.empty()) {
        append(into, std::move(ruby.base));
        append(into, std::move(annotation));
        return;
    }
    ruby.annotation = std::move(annotation);
    const SourceSpan span{ruby.base.front().span.begin, ruby.annotation.back().span.end};
    into.push_back({std::move(ruby), span});
}

void close_annotation(OpenBlock& block, OpenInline&& annotation) {
    Inlines& into = block.target();
    if (block.open.empty()) return annotate(into, into.size(), std::move(annotation.children));
    OpenInline& ruby = block.open.back();
    annotate(into, std::min(ruby.done, into.size()), std::move(annotation.children));
    ruby.done = into.size();
}

/// Whether a link with nothing to click on is no link: it goes on elsewhere, or leads nowhere or within its own note.
/// Of any other its address will be shown.
bool is_pointless(const OpenInline& open, const Link& link) {
    return open.reopened || link.destination.empty() || link.destination.starts_with('#');
}

/// Leaves the names that stand in a link without words; nothing else of it shows.
void take_names(Inlines& into, Inlines&& children) {
    for (Inline& item : children)
        if (std::holds_alternative<AnchorPoint>(item.node)) into.push_back(std::move(item));
    children.clear();
}

SourceSpan span_of(const OpenInline& open, bool link, std::uint32_t position) {
    const SourceSpan own = open.node.span;
    if (open.children.empty()) return own.end > own.begin ? own : SourceSpan{std::max(own.begin, position), position};
    const SourceSpan inner = covering(open.children);
    // A link knows where it is written, from its first mark on.
    const bool placed = link && !open.reopened && own.begin <= inner.begin;
    return placed ? SourceSpan{own.begin, std::max(own.end, inner.end)} : inner;
}

}  // namespace

void close_innermost_inline(OpenBlock& block, std::uint32_t position) {
    OpenInline top = std::move(block.open.back());
    block.open.pop_back();
    Inlines& into = block.target();
    const bool ruby = std::holds_alternative<Ruby>(top.node.node);
    if (ruby && top.annotation && !top.transparent) return close_annotation(block, std::move(top));
    if (ruby || top.transparent) return append(into, std::move(top.children));
    const auto* link = std::get_if<Link>(&top.node.node);
    if (link && is_blank(top.children)) {
        take_names(into, std::move(top.children));
        if (is_pointless(top, *link)) return;
    }
    if (top.children.empty() && !link) return;
    top.node.span = span_of(top, link != nullptr, position);
    if (Inlines* children = children_of(top.node)) *children = std::move(top.children);
    into.push_back(std::move(top.node));
}

Inlines wrapped(Inlines inlines, const std::vector<Inline>& around) {
    for (auto style = around.rbegin(); style != around.rend(); ++style) {
        Inline outer = *style;
        outer.span = covering(inlines);
        Inlines* children = children_of(outer);
        if (!children) continue;
        children->swap(inlines);
        inlines.clear();
        inlines.push_back(std::move(outer));
    }
    return inlines;
}

}  // namespace notes_export::markdown
