#include "markdown/paragraphs.hpp"

#include <algorithm>

#include "markdown/blank_inlines.hpp"
#include "markdown/covering.hpp"
#include "markdown/dialect/attributes.hpp"
#include "markdown/dialect/callouts.hpp"

namespace notes_export::markdown {
namespace {

/// The only inline, through links around it, without blanks.
const Inline* only(const Inlines& inlines) {
    if (inlines.size() != 1) return nullptr;
    if (const auto* link = std::get_if<Link>(&inlines.front().node))
        if (const Inline* inner = only(link->children); inner && std::holds_alternative<Image>(inner->node))
            return inner;
    return &inlines.front();
}

/// Takes the first line off a paragraph's inlines.
Inlines take_line(Inlines& inlines) {
    const auto end = std::find_if(inlines.begin(), inlines.end(), [](const Inline& item) {
        return std::holds_alternative<SoftBreak>(item.node) || std::holds_alternative<LineBreak>(item.node);
    });
    Inlines line(std::make_move_iterator(inlines.begin()), std::make_move_iterator(end));
    inlines.erase(inlines.begin(), end == inlines.end() ? end : end + 1);
    return line;
}

}  // namespace

Block paragraph_block(Inlines inlines, Alignment alignment, LonePicture picture) {
    const SourceSpan span = covering(inlines);
    const Inline* single = only(inlines);
    if (const auto* math = single ? std::get_if<MathSpan>(&single->node) : nullptr; math && math->display)
        return {MathBlock{math->tex}, span, {}};
    const bool figure = picture == LonePicture::figure && single && std::holds_alternative<Image>(single->node);
    Block paragraph{Paragraph{std::move(inlines), alignment}, span, {}};
    if (!figure) return paragraph;
    Figure around;
    around.blocks.push_back(std::move(paragraph));
    return {std::move(around), span, {}};
}

Block quote_or_callout(Blocks blocks, Block quote, Arena& arena) {
    auto* paragraph = blocks.empty() ? nullptr : std::get_if<Paragraph>(&blocks.front().node);
    const auto* first =
        paragraph && !paragraph->children.empty() ? std::get_if<Text>(&paragraph->children.front().node) : nullptr;
    const auto head = first ? callout_head(first->text) : std::nullopt;
    if (!head) {
        std::get<Quote>(quote.node).blocks = std::move(blocks);
        return quote;
    }
    Callout callout;
    callout.kind = arena.keep(head->kind);
    callout.title = take_line(paragraph->children);
    auto& lead = std::get<Text>(callout.title.front().node);
    const auto bracket = lead.text.find(']');
    lead.text.remove_prefix(
        std::min(bracket == std::string_view::npos ? lead.text.size() : bracket + 1, lead.text.size()));
    if (lead.text.starts_with('+') || lead.text.starts_with('-')) lead.text.remove_prefix(1);
    trim(callout.title);
    trim(paragraph->children);
    if (is_blank(paragraph->children)) {
        auto anchors = std::move(blocks.front().anchors);
        quote.anchors.insert(quote.anchors.end(), anchors.begin(), anchors.end());
        blocks.erase(blocks.begin());
    }
    callout.blocks = std::move(blocks);
    quote.node = std::move(callout);
    return quote;
}

void finish_heading(Block& block) {
    auto& heading = std::get<Heading>(block.node);
    if (heading.children.empty()) return;
    auto* text = std::get_if<Text>(&heading.children.back().node);
    if (!text) return;
    const auto attributes = heading_attributes(text->text);
    if (!attributes) return;
    heading.explicit_id = attributes->id;
    text->text = text->text.substr(0, attributes->begin);
    if (text->text.empty()) heading.children.pop_back();
}

void take_task(ListItem& item) {
    if (item.task || item.blocks.empty()) return;
    auto* paragraph = std::get_if<Paragraph>(&item.blocks.front().node);
    if (!paragraph || paragraph->children.empty()) return;
    auto* text = std::get_if<Text>(&paragraph->children.front().node);
    if (!text) return;
    if (const auto state = task_state(text->text)) {
        item.task = state;
        text->text.remove_prefix(std::min<std::size_t>(4, text->text.size()));
        if (text->text.empty()) paragraph->children.erase(paragraph->children.begin());
    }
}

}  // namespace notes_export::markdown
