#include "markdown/replay.hpp"

#include <algorithm>

#include "markdown/characters.hpp"
#include "markdown/code_block.hpp"
#include "markdown/entities.hpp"
#include "markdown/pictures.hpp"

namespace notes_export::markdown {
namespace {

Inline styled(Style style, SourceSpan span) {
    return {Styled{style, {}, {}}, span};
}

List list_of(const Detail& detail) {
    List list;
    list.tight = detail.tight;
    if (detail.ordered) {
        list.numbering = Numbering::decimal;
        list.start = static_cast<std::int32_t>(std::min<std::uint32_t>(detail.number, 999'999'999));
        list.delimiter = detail.mark;
    }
    return list;
}

}  // namespace

Replay::Replay(const Reading& reading, const Events& events, Builder& builder, Scope& scope)
    : reading_(reading),
      events_(events),
      builder_(builder),
      scope_(scope),
      marks_(reading, builder, scope),
      first_id_(scope.take_ids(events.events.size())) {}

SourceSpan Replay::place(const Event& event) const {
    if (!event.in_reading() || event.local < reading_.first_local) return {builder_.position(), builder_.position()};
    const std::uint32_t origin = reading_.origin(event.local);
    return {origin, origin + static_cast<std::uint32_t>(event.text.size())};
}

SourceSpan Replay::place(const Detail& link) const {
    if (link.begin < reading_.first_local || link.begin >= link.end) return {builder_.position(), builder_.position()};
    return {reading_.origin(link.begin), reading_.origin(link.end - 1) + 1};
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
                        builder_.add_block(
                            code_block(reading_, events_, i, last, scope_.document.source->dialect, builder_));
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
    if (is_block(event.node)) {
        enter_block(event.node, detail, id);
    } else {
        enter_span(event.node, detail, id);
    }
}

void Replay::enter_block(Node node, const Detail& detail, std::uint32_t id) {
    const SourceSpan here{builder_.position(), builder_.position()};
    switch (node) {
        case Node::quote:
            builder_.open_block(Part::quote, id, {Quote{}, here, {}});
            break;
        case Node::list:
            builder_.open_block(Part::list, id, {list_of(detail), here, {}});
            break;
        case Node::item:
            if (OpenBlock& frame = builder_.open_block(Part::item, id); detail.task) frame.item.task = detail.task;
            break;
        case Node::rule:
            builder_.add_block({Rule{}, here, {}});
            break;
        case Node::heading:
            builder_.open_block(Part::heading, id, {Heading{static_cast<int>(detail.number), {}, {}, {}}, here, {}})
                .written = true;
            break;
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
            builder_.add_column(detail.alignment);
            [[fallthrough]];
        case Node::cell: {
            in_cell_ = true;
            OpenBlock& frame = builder_.open_block(Part::cell, id);
            frame.cell.header = node == Node::header_cell;
            frame.cell.alignment = detail.alignment;
            break;
        }
        default:
            break;
    }
}

void Replay::enter_span(Node node, const Detail& detail, std::uint32_t id) {
    const SourceSpan here{builder_.position(), builder_.position()};
    switch (node) {
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
    const SourceSpan here{builder_.position(), builder_.position()};
    switch (event.node) {
        case Node::null:
            builder_.add_text(replacement_character, place(event));
            break;
        case Node::line_break:
            builder_.add_inline({LineBreak{}, here});
            break;
        case Node::soft_break:
            builder_.add_inline({SoftBreak{scope_.kept_line_breaks}, here});
            break;
        case Node::entity: {
            std::string characters;
            append_entity(characters, event.text);
            std::replace_if(characters.begin(), characters.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
            builder_.add_transient_text(characters, place(event));
            break;
        }
        case Node::html:
            break;  // html/ reads it
        default:
            if (!event.in_reading()) {
                builder_.add_transient_text(event.text, place(event));
            } else if (event.node == Node::code_text) {
                code_text(reading_.original.substr(reading_.origin(event.local), event.text.size()), place(event));
            } else {
                marks_.text(event.local, event.text.size(), fills_block(index));
            }
    }
}

/// A pipe in a table's code needs its backslash, which is no part of the code (GFM, 4.10).
void Replay::code_text(std::string_view code, SourceSpan span) {
    if (!in_cell_) return builder_.add_text(code, span);
    for (std::size_t begin = 0; begin < code.size();) {
        const std::size_t escape = std::min(code.find("\\|", begin), code.size());
        builder_.add_text(code.substr(begin, escape - begin), span);
        if (escape == code.size()) break;
        builder_.add_text(code.substr(escape + 1, 1), span);
        begin = escape + 2;
    }
}

/// Whether a text is all that stands in its paragraph, or on a line of an item.
bool Replay::fills_block(std::uint32_t text) const {
    if (text == 0 || text + 1 >= events_.events.size()) return false;
    const auto holds_text = [](Node node) { return node == Node::paragraph || node == Node::item; };
    const Event& before = events_.events[text - 1];
    const Event& after = events_.events[text + 1];
    const bool begins = before.what == Event::What::enter && holds_text(before.node);
    const bool ends = after.what == Event::What::leave ? holds_text(after.node)
                                                       : after.what == Event::What::enter && is_block(after.node);
    return begins && ends;
}

void Replay::image(std::uint32_t begin, std::uint32_t end) {
    const Detail& detail = events_.details[events_.events[begin].detail];
    std::string alt;
    for (std::uint32_t i = begin + 1; i < end; ++i) {
        const Event& event = events_.events[i];
        if (event.what == Event::What::text && event.node != Node::html) append_characters(alt, event, reading_);
    }
    const SourceSpan span = place(detail);
    Image image = sized_picture(builder_.keep(alt));
    image.destination = detail.destination;
    image.title = detail.title;
    builder_.add_inline({image, span});
}

}  // namespace notes_export::markdown
