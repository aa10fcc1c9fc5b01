#include "markdown/events.hpp"

#include <md4c.h>

#include <algorithm>
#include <optional>

#include "markdown/amendments.hpp"
#include "markdown/characters.hpp"
#include "markdown/entities.hpp"
#include "markdown/md4c_kinds.hpp"
#include "markdown/places.hpp"

namespace notes_export::markdown {
namespace {

constexpr int expanded_too_far = -2;  ///< what ends md4c's work early: negative, or it goes on

constexpr unsigned flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_PERMISSIVEAUTOLINKS;

struct Recorder {
    const Reading& reading;
    Arena& arena;
    Events out;
    std::size_t expanded = 0;
    std::size_t expansion_limit = 0;

    Places places;
    std::vector<std::uint32_t> open_links = {};  ///< their details
    std::vector<MD_SPANTYPE> open_spans = {};

    std::uint32_t local_of(const char* text) const {
        const char* begin = reading.masked.data();
        // Compared as addresses: md4c's own constants lie elsewhere.
        const auto at = reinterpret_cast<std::uintptr_t>(text);
        const auto from = reinterpret_cast<std::uintptr_t>(begin);
        if (at < from || at >= from + reading.masked.size()) return UINT32_MAX;
        return static_cast<std::uint32_t>(at - from);
    }

    std::string_view attribute(const MD_ATTRIBUTE& attribute) {
        if (attribute.size == 0 || !attribute.text) return {};
        const std::uint32_t local = local_of(attribute.text);
        const bool plain = attribute.substr_offsets[1] == attribute.size && attribute.substr_types[0] == MD_TEXT_NORMAL;
        if (local != UINT32_MAX && plain && local >= reading.first_local) {
            const auto whole = reading.original.substr(reading.origin(local), attribute.size);
            if (whole.find('\n') == std::string_view::npos) return whole;
        }
        std::string text;
        for (unsigned i = 0; attribute.substr_offsets[i] < attribute.size; ++i) {
            const std::string_view part(attribute.text + attribute.substr_offsets[i],
                                        attribute.substr_offsets[i + 1] - attribute.substr_offsets[i]);
            if (attribute.substr_types[i] == MD_TEXT_ENTITY) {
                append_entity(text, part);
            } else if (attribute.substr_types[i] == MD_TEXT_NULLCHAR) {
                text += replacement_character;
            } else {
                text += part;
            }
        }
        return arena.keep(text);
    }

    void add(Event::What what, Node node, Detail detail = {}) {
        out.details.push_back(detail);
        add_plain(what, node, static_cast<std::uint32_t>(out.details.size() - 1));
    }
    void add_plain(Event::What what, Node node, std::uint32_t detail = 0) {
        out.events.push_back({.what = what, .node = node, .detail = detail, .text = {}, .local = UINT32_MAX});
    }
};

Detail detail_of(MD_BLOCKTYPE type, void* data, Recorder& recorder) {
    Detail detail;
    switch (type) {
        case MD_BLOCK_UL: {
            const auto& list = *static_cast<MD_BLOCK_UL_DETAIL*>(data);
            detail.tight = list.is_tight != 0;
            detail.mark = list.mark;
            break;
        }
        case MD_BLOCK_OL: {
            const auto& list = *static_cast<MD_BLOCK_OL_DETAIL*>(data);
            detail.ordered = true;
            detail.number = list.start;
            detail.tight = list.is_tight != 0;
            detail.mark = list.mark_delimiter;
            break;
        }
        case MD_BLOCK_LI: {
            const auto& item = *static_cast<MD_BLOCK_LI_DETAIL*>(data);
            if (item.is_task) detail.task = item.task_mark == 'X' ? 'x' : item.task_mark;
            break;
        }
        case MD_BLOCK_H:
            detail.number = static_cast<MD_BLOCK_H_DETAIL*>(data)->level;
            break;
        case MD_BLOCK_CODE: {
            const auto& code = *static_cast<MD_BLOCK_CODE_DETAIL*>(data);
            detail.info = recorder.attribute(code.info);
            detail.language = recorder.attribute(code.lang);
            detail.mark = code.fence_char;
            break;
        }
        case MD_BLOCK_TH:
        case MD_BLOCK_TD:
            detail.alignment = alignment_of(static_cast<MD_BLOCK_TD_DETAIL*>(data)->align);
            break;
        default:
            break;
    }
    return detail;
}

Detail link_detail(const MD_ATTRIBUTE& address, const MD_ATTRIBUTE& title, Recorder& recorder) {
    Detail detail;
    recorder.expanded += address.size + title.size;
    detail.destination = recorder.attribute(address);
    detail.title = recorder.attribute(title);
    return detail;
}

int enter_block(MD_BLOCKTYPE type, void* data, void* user) {
    auto& recorder = *static_cast<Recorder*>(user);
    if (type == MD_BLOCK_DOC) return 0;
    if (type == MD_BLOCK_HTML) recorder.out.html = true;
    if (type == MD_BLOCK_TABLE) recorder.places.enter_table();
    if (type == MD_BLOCK_TR) recorder.places.enter_row();
    recorder.add(Event::What::enter, node_of(type), detail_of(type, data, recorder));
    return 0;
}

void close_link(Recorder& recorder) {
    Detail& detail = recorder.out.details[recorder.open_links.back()];
    recorder.open_links.pop_back();
    if (const auto place = recorder.places.leave_link()) {
        detail.begin = place->begin;
        detail.end = place->end;
    }
}

void close_span(Recorder& recorder) {
    const MD_SPANTYPE type = recorder.open_spans.back();
    recorder.open_spans.pop_back();
    if (type == MD_SPAN_A || type == MD_SPAN_IMG) close_link(recorder);
    recorder.add_plain(Event::What::leave, node_of(type));
}

int enter_span(MD_SPANTYPE type, void* data, void* user) {
    auto& recorder = *static_cast<Recorder*>(user);
    if (type == MD_SPAN_A) {
        const auto& link = *static_cast<MD_SPAN_A_DETAIL*>(data);
        recorder.add(Event::What::enter, Node::link, link_detail(link.href, link.title, recorder));
    } else if (type == MD_SPAN_IMG) {
        const auto& image = *static_cast<MD_SPAN_IMG_DETAIL*>(data);
        recorder.add(Event::What::enter, Node::image, link_detail(image.src, image.title, recorder));
    } else {
        recorder.add_plain(Event::What::enter, node_of(type));
    }
    recorder.open_spans.push_back(type);
    if (type == MD_SPAN_A || type == MD_SPAN_IMG) {
        recorder.open_links.push_back(static_cast<std::uint32_t>(recorder.out.details.size() - 1));
        recorder.places.enter_link(type == MD_SPAN_IMG);
    }
    return recorder.expanded > recorder.expansion_limit ? expanded_too_far : 0;
}

/// md4c 0.4.8 closes what it has not opened where a bracket within an address pairs with one behind it
/// ("![]([)](x)"): that is text.
void add_stray_tail(Recorder& recorder) {
    const auto tail = recorder.places.pass_tail();
    if (!tail) return;
    const std::string_view text = std::string_view(recorder.reading.masked).substr(tail->begin, tail->size());
    recorder.out.events.push_back(
        {.what = Event::What::text, .node = Node::text, .detail = 0, .text = text, .local = tail->begin});
}

int leave_span(MD_SPANTYPE type, void*, void* user) {
    auto& recorder = *static_cast<Recorder*>(user);
    if (!recorder.open_spans.empty() && recorder.open_spans.back() == type)
        close_span(recorder);
    else if (type == MD_SPAN_A || type == MD_SPAN_IMG)
        add_stray_tail(recorder);
    return 0;
}

int leave_block(MD_BLOCKTYPE type, void*, void* user) {
    auto& recorder = *static_cast<Recorder*>(user);
    if (type == MD_BLOCK_DOC) return 0;
    while (!recorder.open_spans.empty()) close_span(recorder);
    if (type == MD_BLOCK_TD || type == MD_BLOCK_TH) recorder.places.leave_cell();
    if (type == MD_BLOCK_TR)
        if (const auto cells = recorder.places.leave_row()) recorder.out.excess_cells.push_back(*cells);
    recorder.add_plain(Event::What::leave, node_of(type));
    return 0;
}

int text(MD_TEXTTYPE type, const MD_CHAR* data, MD_SIZE size, void* user) {
    auto& recorder = *static_cast<Recorder*>(user);
    const Node node = node_of(type);
    if (node == Node::html) recorder.out.html = true;
    const std::uint32_t local = recorder.local_of(data);
    recorder.out.events.push_back(
        {.what = Event::What::text, .node = node, .detail = 0, .text = {data, size}, .local = local});
    if (local != UINT32_MAX) recorder.places.text({local, local + size});
    return 0;
}

/// Nothing when the text asks for more bytes of addresses than `expansion_limit`.
std::optional<Events> record(const Reading& reading, Arena& arena, std::size_t expansion_limit) {
    Recorder recorder{.reading = reading, .arena = arena, .out = {}, .places = Places(reading.masked)};
    recorder.out.events.reserve(reading.masked.size() / 24 + 16);
    recorder.expansion_limit = expansion_limit;
    MD_PARSER parser{};
    parser.flags = flags;
    parser.enter_block = enter_block;
    parser.leave_block = leave_block;
    parser.enter_span = enter_span;
    parser.leave_span = leave_span;
    parser.text = text;
    const int result = md_parse(reading.masked.data(), static_cast<MD_SIZE>(reading.masked.size()), &parser, &recorder);
    if (result == expanded_too_far) return {};
    if (result != 0) throw std::bad_alloc();  // its only failure
    return std::move(recorder.out);
}

Events record_all(Reading& reading, Arena& arena) {
    if (auto events = record(reading, arena, most_expanded(reading.masked))) return std::move(*events);
    amend_definitions(reading.masked);
    Events events = record(reading, arena, SIZE_MAX).value();
    events.expanded_too_far = true;
    return events;
}

}  // namespace

Events read_events(Reading& reading, Arena& arena) {
    amend(reading.masked);
    Events events = record_all(reading, arena);
    if (events.excess_cells.empty()) return events;
    join_cells(reading.masked, events.excess_cells);
    Events joined = record_all(reading, arena);
    joined.excess_cells = std::move(events.excess_cells);
    joined.expanded_too_far = joined.expanded_too_far || events.expanded_too_far;
    return joined;
}

std::uint32_t leave_of(const Events& events, std::uint32_t enter) {
    const Node node = events.events[enter].node;
    int open = 0;
    for (std::uint32_t i = enter; i < events.events.size(); ++i) {
        const Event& event = events.events[i];
        if (event.node != node) continue;
        if (event.what == Event::What::enter) ++open;
        if (event.what == Event::What::leave && --open == 0) return i;
    }
    return static_cast<std::uint32_t>(events.events.size()) - 1;
}

}  // namespace notes_export::markdown
