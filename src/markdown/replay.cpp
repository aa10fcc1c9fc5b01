#include "markdown/replay.hpp"

#include <algorithm>

#include "markdown/dialect/includes.hpp"
#include "markdown/entities.hpp"
#include "markdown/html/feed.hpp"
#include "markdown/html/unite.hpp"
#include "markdown/pictures.hpp"
#include "markdown/shown_name.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

std::string_view lower_case(Builder& builder, std::string_view text) {
    if (std::none_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) return text;
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return builder.keep(lower);
}

/// "rust" and "rust,ignore".
bool is_rust(std::string_view language) {
    return language.substr(0, language.find(',')) == "rust";
}

Inline styled(Style style, SourceSpan span) {
    return {Styled{style, {}, {}}, span};
}

}  // namespace

Replay::Replay(const Reading& reading, const Events& events, Builder& builder, Scope& scope)
    : reading_(reading),
      events_(events),
      builder_(builder),
      scope_(scope),
      first_id_(scope.take_ids(events.events.size())),
      first_mark_id_(scope.take_ids(reading.marks ? reading.marks->size() : 0)) {}

std::string_view Replay::original(SourceSpan span) const {
    return reading_.original.substr(span.begin, span.end - span.begin);
}

SourceSpan Replay::place(const Event& event) const {
    if (!event.in_reading() || event.local < reading_.first_local) return {builder_.position(), builder_.position()};
    const std::uint32_t origin = reading_.origin(event.local);
    return reading_.span(origin, origin + static_cast<std::uint32_t>(event.text.size()));
}

SourceSpan Replay::place(const Detail& link) const {
    if (link.begin < reading_.first_local || link.begin >= link.end) return {builder_.position(), builder_.position()};
    return reading_.span(reading_.origin(link.begin), reading_.origin(link.end - 1) + 1);
}

void Replay::run(std::uint32_t begin, std::uint32_t end) {
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = begin; i < end; ++i) {
        const Event& event = events_.events[i];
        switch (event.what) {
            case Event::What::enter:
                if (event.node == Node::code_block || event.node == Node::image) {
                    const std::uint32_t last = leave_of(events_, i);
                    if (event.node == Node::image) {
                        image(i, last);
                    } else {
                        code_block(i, last);
                    }
                    i = last;
                } else {
                    enter(i);
                    open.push_back(i);
                }
                break;
            case Event::What::leave:
                if (!open.empty()) {
                    leave(open.back());
                    open.pop_back();
                }
                break;
            case Event::What::text:
                text(i);
                break;
        }
    }
}

void Replay::enter(std::uint32_t index) {
    const Event& event = events_.events[index];
    const Detail& detail = events_.details[event.detail];
    const std::uint32_t id = first_id_ + index;
    const SourceSpan here{builder_.position(), builder_.position()};
    switch (event.node) {
        case Node::quote:
            builder_.open_block(Part::quote, id, {Quote{}, here, {}});
            break;
        case Node::list: {
            List list;
            list.tight = detail.tight;
            if (detail.ordered) {
                list.numbering = Numbering::decimal;
                list.start = static_cast<std::int32_t>(std::min<std::uint32_t>(detail.number, 999'999'999));
                list.delimiter = detail.mark;
            }
            builder_.open_block(Part::list, id, {std::move(list), here, {}});
            break;
        }
        case Node::item: {
            OpenBlock& frame = builder_.open_block(Part::item, id);
            if (detail.task) frame.item.task = detail.task;
            break;
        }
        case Node::rule:
            builder_.add_block({Rule{}, here, {}});
            break;
        case Node::heading: {
            Heading heading;
            heading.level = static_cast<int>(detail.number);
            builder_.open_block(Part::heading, id, {std::move(heading), here, {}}).written = true;
            break;
        }
        case Node::paragraph:
            builder_.open_block(Part::paragraph, id, {Paragraph{}, here, {}});
            break;
        case Node::table:
            builder_.open_block(Part::table, id, {Table{}, here, {}});
            break;
        case Node::table_head:
            builder_.open_block(Part::table_head, id);
            break;
        case Node::row:
            builder_.open_block(Part::row, id);
            break;
        case Node::header_cell:
        case Node::cell: {
            in_cell_ = true;
            OpenBlock& frame = builder_.open_block(Part::cell, id);
            frame.cell.header = event.node == Node::header_cell;
            frame.cell.alignment = detail.alignment;
            if (frame.cell.header) builder_.add_column(detail.alignment);
            break;
        }
        case Node::emphasis:
            builder_.open_inline(id, styled(Style::emphasis, here));
            break;
        case Node::strong:
            builder_.open_inline(id, styled(Style::strong, here));
            break;
        case Node::strike:
            builder_.open_inline(id, styled(Style::strike, here));
            break;
        case Node::link:
            builder_.open_inline(id,
                                 {Link{{}, detail.destination, detail.title, Reference::markdown, {}}, place(detail)});
            break;
        case Node::code:
            builder_.begin_code();
            break;
        default:
            break;
    }
}

void Replay::leave(std::uint32_t index) {
    const Event& event = events_.events[index];
    const std::uint32_t id = first_id_ + index;
    switch (event.node) {
        case Node::emphasis:
        case Node::strong:
        case Node::strike:
        case Node::link:
            builder_.close_inline(id);
            break;
        case Node::code:
            builder_.end_code();
            break;
        case Node::rule:
        case Node::table_body:
        case Node::html_block:
            break;
        case Node::header_cell:
        case Node::cell:
            in_cell_ = false;
            builder_.close_block(id);
            break;
        default:
            builder_.close_block(id);
            break;
    }
}

void Replay::text(std::uint32_t index) {
    const Event& event = events_.events[index];
    const SourceSpan span = place(event);
    switch (event.node) {
        case Node::null:
            builder_.add_text(replacement, span);
            break;
        case Node::line_break:
            builder_.add_inline({LineBreak{}, {builder_.position(), builder_.position()}});
            break;
        case Node::soft_break:
            builder_.add_inline({SoftBreak{scope_.kept_line_breaks}, {builder_.position(), builder_.position()}});
            break;
        case Node::entity: {
            std::string characters;
            append_entity(characters, event.text);
            std::replace(characters.begin(), characters.end(), '\n', ' ');
            std::replace(characters.begin(), characters.end(), '\r', ' ');
            builder_.add_transient_text(characters, span);
            break;
        }
        case Node::code_text:
            if (!event.in_reading()) {
                builder_.add_transient_text(event.text, span);
            } else if (in_cell_) {
                cell_code(reading_.original.substr(reading_.origin(event.local), event.text.size()), span);
            } else {
                builder_.add_text(reading_.original.substr(reading_.origin(event.local), event.text.size()), span);
            }
            break;
        case Node::html:
            break;  // raw HTML is read elsewhere
        default:
            if (event.in_reading()) {
                marked_text(index, event.local, event.text.size());
            } else {
                builder_.add_transient_text(event.text, span);
            }
    }
}

/// A pipe in a table's code needs its backslash, which is no part of the code (GFM, 4.10).
void Replay::cell_code(std::string_view code, SourceSpan span) {
    for (std::size_t begin = 0; begin < code.size();) {
        const std::size_t escape = std::min(code.find("\\|", begin), code.size());
        builder_.add_text(code.substr(begin, escape - begin), span);
        if (escape == code.size()) break;
        builder_.add_text(code.substr(escape + 1, 1), span);
        begin = escape + 2;
    }
}

void Replay::append_characters(std::string& out, const Event& event) const {
    switch (event.node) {
        case Node::null:
            out += replacement;
            break;
        case Node::line_break:
        case Node::soft_break:
            out += ' ';
            break;
        case Node::entity:
            append_entity(out, event.text);
            break;
        default:
            if (event.in_reading()) {
                out += reading_.original.substr(reading_.origin(event.local), event.text.size());
            } else {
                out += event.text;
            }
    }
}

void Replay::marked_text(std::uint32_t index, std::uint32_t local, std::size_t size) {
    const std::uint32_t local_end = local + static_cast<std::uint32_t>(size);
    std::uint32_t at = reading_.origin(local);
    const std::uint32_t end = reading_.origin(local_end - 1) + 1;
    if (at >= consumed_.begin && at < consumed_.end) at = std::min(consumed_.end, end);
    if (reading_.marks) {
        const auto& marks = *reading_.marks;
        auto mark_at = std::lower_bound(marks.begin(), marks.end(), at,
                                        [](const Mark& m, std::uint32_t offset) { return m.span.begin < offset; });
        while (mark_at != marks.end() && mark_at->span.begin < end) {
            if (mark_at->span.begin < at) {  // stands within the one before it
                ++mark_at;
                continue;
            }
            builder_.add_text(reading_.original.substr(at, mark_at->span.begin - at),
                              reading_.span(at, mark_at->span.begin));
            mark(static_cast<std::size_t>(mark_at - marks.begin()), index);
            consumed_ = mark_at->span;
            at = std::max(at, consumed_.end);
            ++mark_at;
        }
    }
    if (at < end) builder_.add_text(reading_.original.substr(at, end - at), reading_.span(at, end));
}

bool Replay::fills_block(std::uint32_t index, const Mark& mark) const {
    const Event& event = events_.events[index];
    if (index == 0 || index + 1 >= events_.events.size()) return false;
    const auto opens_block = [](const Event& e) {
        return e.what == Event::What::enter && (e.node == Node::paragraph || e.node == Node::item);
    };
    const Event& before = events_.events[index - 1];
    const Event& after = events_.events[index + 1];
    const bool ends = after.what == Event::What::leave
                          ? (after.node == Node::paragraph || after.node == Node::item)
                          : after.what == Event::What::enter && after.node < Node::emphasis;
    return opens_block(before) && ends && reading_.origin(event.local) == mark.span.begin &&
           reading_.origin(event.local + static_cast<std::uint32_t>(event.text.size()) - 1) + 1 == mark.span.end;
}

void Replay::mark(std::size_t number, std::uint32_t event) {
    const Mark& mark = (*reading_.marks)[number];
    const SourceSpan span = reading_.span(mark.span.begin, mark.span.end);
    const auto visit = [&](const auto& node) {
        using T = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<T, WikilinkMark>) {
            wikilink(node, span);
        } else if constexpr (std::is_same_v<T, EmbedMark>) {
            embed(node, span, fills_block(event, mark));
        } else if constexpr (std::is_same_v<T, MathMark>) {
            const std::string_view tex = node.text.empty() ? original(node.tex) : builder_.keep(node.text);
            builder_.add_inline({MathSpan{tex, node.display}, span});
        } else if constexpr (std::is_same_v<T, FootnoteReferenceMark>) {
            const std::string_view label = original(node.label);
            footnote_reference(label, scope_.find_footnote(label), span);
        } else if constexpr (std::is_same_v<T, InlineFootnoteMark>) {
            const auto index = static_cast<std::uint32_t>(scope_.document.footnotes.size());
            scope_.document.footnotes.push_back({.label = {}, .blocks = {}, .span = span});
            scope_.bodies.push_back({index, &node.excerpt});
            footnote_reference({}, index, span);
        } else if constexpr (std::is_same_v<T, TagMark>) {
            const std::string_view name = original(node.name);
            builder_.add_inline({Tag{name}, span});
            if (scope_.tags.insert(name).second) scope_.document.tags.push_back(name);
        } else if constexpr (std::is_same_v<T, BlockIdMark>) {
            builder_.name_block({original(node.name), {}});
        } else if constexpr (std::is_same_v<T, EmojiMark>) {
            builder_.add_transient_text(node.characters, span);
        } else if constexpr (std::is_same_v<T, AddressMark>) {
            const std::string_view address = original(mark.span);
            builder_.add_inline({Link{{{Text{address}, span}}, address, {}, Reference::markdown, {}}, span});
        } else if constexpr (std::is_same_v<T, DelimiterMark>) {
            const auto id = first_mark_id_ + static_cast<std::uint32_t>(std::min(number, node.partner));
            if (node.opens) {
                builder_.open_inline(id, styled(node.style, span));
            } else {
                builder_.close_inline(id);
            }
        }
    };
    std::visit(visit, mark.node);
}

void Replay::footnote_reference(std::string_view label, std::optional<std::uint32_t> index, SourceSpan span) {
    builder_.add_inline({FootnoteReference{label, index}, span});
}

void Replay::wikilink(const WikilinkMark& wikilink, SourceSpan span) {
    Link link;
    link.destination = original(wikilink.destination);
    link.reference = Reference::wikilink;
    const std::uint32_t id = scope_.take_ids(1);
    builder_.open_inline(id, {std::move(link), span});
    if (!wikilink.excerpt.lines.empty()) {
        inlines_of(wikilink.excerpt);
    } else {
        const bool labelled = wikilink.label.end > wikilink.label.begin;
        const SourceSpan place = labelled ? wikilink.label : wikilink.destination;
        const SourceSpan where = reading_.span(place.begin, place.end);
        if (labelled)
            builder_.add_text(original(place), where);
        else
            builder_.add_transient_text(shown_name(original(place)), where);
    }
    builder_.close_inline(id);
}

void Replay::embed(const EmbedMark& embed, SourceSpan span, bool alone) {
    const std::string_view destination = original(embed.destination);
    const std::string_view label = original(embed.label);
    if (is_picture_name(destination)) {
        builder_.add_inline({embedded_picture(destination, label), span});
    } else if (alone) {
        builder_.add_block({Embed{destination, label, {}, {}}, span, {}});
    } else {
        Link link;
        link.destination = destination;
        link.reference = Reference::wikilink;
        link.children.push_back({Text{label.empty() ? builder_.keep(shown_name(destination)) : label}, span});
        builder_.add_inline({std::move(link), span});
    }
}

/// A label's inlines; where they look like a block (`# 3`), the letters as they stand.
void Replay::inlines_of(const Excerpt& excerpt) {
    static const std::vector<Mark> none;
    Reading reading = reading_of(excerpt, reading_.original, reading_.marks ? *reading_.marks : none);
    Events events = read_events(reading, scope_.document.arena);
    const bool paragraph = events.events.size() > 2 && events.events.front().node == Node::paragraph &&
                           events.events.back().node == Node::paragraph;
    if (!paragraph) {
        for (const SourceSpan line : excerpt.lines)
            builder_.add_text(original(line), reading_.span(line.begin, line.end));
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

void Replay::code_block(std::uint32_t begin, std::uint32_t end) {
    const Detail& detail = events_.details[events_.events[begin].detail];
    std::string joined;
    std::uint32_t from = UINT32_MAX, to = 0;
    bool contiguous = true;
    for (std::uint32_t i = begin + 1; i < end; ++i) {
        const Event& event = events_.events[i];
        append_characters(joined, event);
        if (!event.in_reading()) {
            // A line end of md4c's own: the source's next byte, in a block that stands in no container.
            if (event.text == "\n" && from != UINT32_MAX && to < reading_.original.size() &&
                reading_.original[to] == '\n') {
                ++to;
            } else {
                contiguous = false;
            }
            continue;
        }
        const std::uint32_t origin = reading_.origin(event.local);
        if (event.node == Node::null) contiguous = false;
        if (from == UINT32_MAX) {
            from = to = origin;
        } else if (origin != to) {
            contiguous = false;
        }
        to = origin + static_cast<std::uint32_t>(event.text.size());
    }
    const SourceSpan span =
        from == UINT32_MAX ? SourceSpan{builder_.position(), builder_.position()} : reading_.span(from, to);
    CodeBlock code;
    code.info = detail.info;
    code.language = lower_case(builder_, detail.language);
    if (scope_.document.source->dialect == Dialect::mdbook && is_rust(code.language)) {
        code.text = builder_.keep(with_hidden_lines(joined));
        builder_.add_block({code, span, {}});
        return;
    }
    if (contiguous && from != UINT32_MAX && reading_.original.substr(from, to - from) == joined) {
        code.text = reading_.original.substr(from, to - from);
    } else {
        code.text = builder_.keep(joined);
    }
    builder_.add_block({code, span, {}});
}

void Replay::image(std::uint32_t begin, std::uint32_t end) {
    const Detail& detail = events_.details[events_.events[begin].detail];
    std::string alt;
    for (std::uint32_t i = begin + 1; i < end; ++i) {
        const Event& event = events_.events[i];
        if (event.what == Event::What::text && event.node != Node::html) append_characters(alt, event);
    }
    const SourceSpan span = place(detail);
    Image image = sized_picture(builder_.keep(alt));
    image.destination = detail.destination;
    image.title = detail.title;
    builder_.add_inline({image, span});
}

}  // namespace notes_export::markdown
