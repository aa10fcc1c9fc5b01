/// What md4c found, as a flat list of events.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "markdown/excess_cells.hpp"
#include "markdown/reading.hpp"
#include "notes_export/document.hpp"

namespace notes_export::markdown {

enum class Node : std::uint8_t {
    // blocks
    quote,
    list,
    item,
    rule,
    heading,
    code_block,
    html_block,
    paragraph,
    table,
    table_head,
    table_body,
    row,
    header_cell,
    cell,
    // spans
    emphasis,
    strong,
    strike,
    link,
    image,
    code,
    // text
    text,
    null,
    line_break,
    soft_break,
    entity,
    code_text,
    html
};

constexpr bool is_block(Node node) {
    return node < Node::emphasis;
}

struct Event {
    enum class What : std::uint8_t { enter, leave, text };
    What what = What::text;
    Node node = Node::text;
    std::uint32_t detail = 0;  ///< index into `Events::details`
    /// For text: a view into `Reading::masked`, or into one of md4c's constants (`local` is not valid then).
    std::string_view text;
    std::uint32_t local = UINT32_MAX;  ///< offset of `text` in `Reading::masked`

    bool in_reading() const { return local != UINT32_MAX; }
};

/// What a block or span says beside its text; which fields count depends on the node. Texts live in the arena or
/// in `Reading::original`.
struct Detail {
    std::string_view destination, title;                 ///< links and images
    std::uint32_t begin = UINT32_MAX, end = UINT32_MAX;  ///< of links and images: their place in the reading
    std::string_view info, language;                     ///< code
    std::uint32_t number = 0;                            ///< a heading's level, a list's first number
    char mark = 0;                                       ///< a list's bullet or delimiter; code's fence character
    bool ordered = false, tight = false;
    char task = 0;  ///< 0: not a task
    Alignment alignment = Alignment::none;
};

struct Events {
    std::vector<Event> events;
    std::vector<Detail> details;
    std::vector<ExcessCells> excess_cells;  ///< of rows with more cells than their table has columns
    bool html = false;                      ///< there is raw HTML
    bool expanded_too_far = false;          ///< md4c expanded more reference definitions than the text is worth
};

/// Runs md4c, after the reading's text is amended (amendments.hpp, excess_cells.hpp). Linear in the text.
Events read_events(Reading& reading, Arena& arena);

/// Index of the event that closes what event `enter` opens.
std::uint32_t leave_of(const Events& events, std::uint32_t enter);

}  // namespace notes_export::markdown
