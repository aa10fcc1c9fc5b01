#include "markdown/mark_replay.hpp"

#include <algorithm>

#include "markdown/html/unite.hpp"
#include "markdown/pictures.hpp"
#include "markdown/replay.hpp"
#include "markdown/shown_name.hpp"

namespace notes_export::markdown {

MarkReplay::MarkReplay(const Reading& reading, Builder& builder, Scope& scope)
    : reading_(reading),
      builder_(builder),
      scope_(scope),
      first_id_(scope.take_ids(reading.marks ? reading.marks->size() : 0)) {}

std::string_view MarkReplay::original(SourceSpan span) const {
    return reading_.original.substr(span.begin, span.end - span.begin);
}

void MarkReplay::plain(std::uint32_t begin, std::uint32_t end) {
    builder_.add_text(original({begin, end}), {begin, end});
}

void MarkReplay::text(std::uint32_t local, std::size_t size, bool fills_block) {
    const SourceSpan whole{reading_.origin(local), reading_.origin(local + static_cast<std::uint32_t>(size) - 1) + 1};
    std::uint32_t at = whole.begin;
    if (at >= consumed_.begin && at < consumed_.end) at = std::min(consumed_.end, whole.end);
    if (reading_.marks) {
        const auto& marks = *reading_.marks;
        auto next = std::lower_bound(marks.begin(), marks.end(), at,
                                     [](const Mark& mark, std::uint32_t offset) { return mark.span.begin < offset; });
        for (; next != marks.end() && next->span.begin < whole.end; ++next) {
            if (next->span.begin < at) continue;  // stands within the one before it
            plain(at, next->span.begin);
            mark({static_cast<std::size_t>(next - marks.begin()), next->span, fills_block && next->span == whole});
            consumed_ = next->span;
            at = std::max(at, consumed_.end);
        }
    }
    if (at < whole.end) plain(at, whole.end);
}

void MarkReplay::mark(const Setting& setting) {
    std::visit([&](const auto& node) { play(node, setting); }, (*reading_.marks)[setting.number].node);
}

void MarkReplay::play(const WikilinkMark& wikilink, const Setting& setting) {
    Link link;
    link.destination = original(wikilink.destination);
    link.reference = Reference::wikilink;
    const std::uint32_t id = scope_.take_ids(1);
    builder_.open_inline(id, {std::move(link), setting.span});
    label_of(wikilink);
    builder_.close_inline(id);
}

void MarkReplay::label_of(const WikilinkMark& wikilink) {
    if (!wikilink.excerpt.lines.empty()) {
        inlines_of(wikilink.excerpt);
    } else if (wikilink.label.end > wikilink.label.begin) {
        plain(wikilink.label.begin, wikilink.label.end);
    } else {
        builder_.add_transient_text(shown_name(original(wikilink.destination)), wikilink.destination);
    }
}

void MarkReplay::play(const EmbedMark& embed, const Setting& setting) {
    const std::string_view destination = original(embed.destination);
    const std::string_view label = original(embed.label);
    if (is_picture_name(destination)) {
        builder_.add_inline({embedded_picture(destination, label), setting.span});
    } else if (setting.alone) {
        builder_.add_block({Embed{destination, label, {}, {}}, setting.span, {}});
    } else {
        Link link;
        link.destination = destination;
        link.reference = Reference::wikilink;
        link.children.push_back({Text{label.empty() ? builder_.keep(shown_name(destination)) : label}, setting.span});
        builder_.add_inline({std::move(link), setting.span});
    }
}

void MarkReplay::play(const MathMark& math, const Setting& setting) {
    const std::string_view tex = math.text.empty() ? original(math.tex) : builder_.keep(math.text);
    builder_.add_inline({MathSpan{tex, math.display}, setting.span});
}

void MarkReplay::play(const FootnoteReferenceMark& reference, const Setting& setting) {
    const std::string_view label = original(reference.label);
    builder_.add_inline({FootnoteReference{label, scope_.find_footnote(label)}, setting.span});
}

void MarkReplay::play(const InlineFootnoteMark& footnote, const Setting& setting) {
    const auto index = static_cast<std::uint32_t>(scope_.document.footnotes.size());
    scope_.document.footnotes.push_back({.label = {}, .blocks = {}, .span = setting.span});
    scope_.bodies.push_back({index, &footnote.excerpt});
    builder_.add_inline({FootnoteReference{{}, index}, setting.span});
}

void MarkReplay::play(const TagMark& tag, const Setting& setting) {
    const std::string_view name = original(tag.name);
    builder_.add_inline({Tag{name}, setting.span});
    if (scope_.tags.insert(name).second) scope_.document.tags.push_back(name);
}

void MarkReplay::play(const BlockIdMark& id, const Setting&) {
    builder_.name_block({original(id.name), {}});
}

void MarkReplay::play(const EmojiMark& emoji, const Setting& setting) {
    builder_.add_transient_text(emoji.characters, setting.span);
}

void MarkReplay::play(const AddressMark&, const Setting& setting) {
    const std::string_view address = original(setting.span);
    const SourceSpan span = setting.span;
    builder_.add_inline({Link{{{Text{address}, span}}, address, {}, Reference::markdown, {}}, span});
}

void MarkReplay::play(const DelimiterMark& delimiter, const Setting& setting) {
    // Both of a pair have the id of the first.
    const auto id = first_id_ + static_cast<std::uint32_t>(std::min(setting.number, delimiter.partner));
    if (delimiter.opens) {
        builder_.open_inline(id, {Styled{delimiter.style, {}, {}}, setting.span});
    } else {
        builder_.close_inline(id);
    }
}

/// A label's inlines; where they look like a block (`# 3`), the letters as they stand.
void MarkReplay::inlines_of(const Excerpt& excerpt) {
    static const std::vector<Mark> none;
    Reading reading = reading_of(excerpt, reading_.original, reading_.marks ? *reading_.marks : none);
    Events events = read_events(reading, scope_.document.arena);
    const bool paragraph = events.events.size() > 2 && events.events.front().node == Node::paragraph &&
                           events.events.back().node == Node::paragraph;
    if (!paragraph) {
        for (const SourceSpan line : excerpt.lines) plain(line.begin, line.end);
        return;
    }
    events.events.pop_back();
    events.events.erase(events.events.begin());
    Replay inner(reading, events, builder_, scope_);
    if (events.html)
        unite_html(reading, events, inner, builder_, scope_);
    else
        inner.run(0, static_cast<std::uint32_t>(events.events.size()));
}

}  // namespace notes_export::markdown
