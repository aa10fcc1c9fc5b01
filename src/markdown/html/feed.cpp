#include "markdown/html/feed.hpp"

#include <string>

#include "markdown/html/closing_tags.hpp"
#include "markdown/html/nesting.hpp"
#include "markdown/html/open_elements.hpp"
#include "markdown/html/placeholders.hpp"
#include "markdown/html/raw_html.hpp"
#include "markdown/html/tag_feed.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::uint32_t cell_around = 0x8000'0000;  ///< marks the cell that is made for an event
constexpr std::uint32_t row_around = 0x4000'0000;

class Writer {
public:
    Writer(const Reading& reading, const Events& events, std::uint32_t first)
        : reading_(reading), events_(events), tags_(reading, ClosingTags(reading, events, first), feed_, open_) {}

    Feed write(std::uint32_t first) {
        const auto end = static_cast<std::uint32_t>(events_.events.size());
        std::vector<std::uint32_t> open;
        for (std::uint32_t i = first; i < end; ++i) {
            const Event& event = events_.events[i];
            if (event.what == Event::What::text) {
                i = event.node == Node::html ? html(i) : texts(i);
            } else if (event.what == Event::What::leave) {
                if (open.empty()) continue;
                leave(open.back());
                open.pop_back();
            } else if (is_taken_whole(event.node)) {
                i = whole(i);
            } else {
                enter(i, i + 1);
                open.push_back(i);
            }
        }
        return std::move(feed_);
    }

private:
    static bool is_taken_whole(Node node) {
        return node == Node::html_block || node == Node::code_block || node == Node::rule || node == Node::image ||
               node == Node::code;
    }

    /// What event `first` opens; gives the event that closes it.
    std::uint32_t whole(std::uint32_t first) {
        const std::uint32_t last = leave_of(events_, first);
        const Node node = events_.events[first].node;
        if (node == Node::html_block) {
            add_html(first + 1, last);
        } else if (is_block(node)) {
            enter(first, last + 1);
            leave(first);
        } else {
            range(first, last + 1);
        }
        return last;
    }

    /// Raw HTML without Markdown between; gives the last event of it.
    std::uint32_t html(std::uint32_t first) {
        std::uint32_t last = first;
        while (last + 1 < events_.events.size() && events_.events[last + 1].node == Node::html) ++last;
        add_html(first, last + 1);
        return last;
    }
    void add_html(std::uint32_t begin, std::uint32_t end) {
        const RawHtml html = raw_html(reading_, events_, begin, end);
        if (!html.origins.empty()) tags_.add(html);
    }

    void tag(std::string_view name, std::uint32_t begin, std::uint32_t end) {
        feed_.html += '<';
        feed_.html += name;
        feed_.html += " i=" + std::to_string(begin) + " j=" + std::to_string(end) + '>';
    }

    void enter(std::uint32_t event, std::uint32_t end) {
        const Node node = events_.events[event].node;
        if (!is_block(node)) {
            if (open_.open({.name = std::string(span_placeholder), .nesting = Nesting::inline_, .event = event}))
                tag(span_placeholder, event, end);
            return;
        }
        const std::string_view part = open_.innermost_table_part();
        if (!part.empty() && part != "td" && part != "th" && part != "caption") {
            // Directly in a table a block has no place: it gets a cell, so that it stays where it was written.
            if (part != "tr") {
                open_.open({.name = "tr", .nesting = Nesting::table, .event = event | row_around});
                feed_.html += "<tr>";
            }
            open_.open({.name = "td", .nesting = Nesting::cell, .event = event | cell_around});
            feed_.html += "<td>";
        }
        if (OpenElement* paragraph = open_.paragraph()) paragraph->crossed = true;
        if (open_.open({.name = std::string(block_placeholder), .nesting = Nesting::block, .event = event}))
            tag(block_placeholder, event, end);
    }

    void leave(std::uint32_t event) {
        const bool block = is_block(events_.events[event].node);
        for (std::size_t tables = block ? open_.tables_within(event) : 0; tables > 0; --tables) feed_.end_tag("table");
        if (open_.close_event(event)) feed_.end_tag(block ? block_placeholder : span_placeholder);
        if (!block) return;
        if (open_.close_event(event | cell_around)) feed_.end_tag("td");
        if (open_.close_event(event | row_around)) feed_.end_tag("tr");
    }

    /// Text and breaks without HTML between them; gives the last event of them.
    std::uint32_t texts(std::uint32_t first) {
        std::uint32_t last = first;
        const auto is_text = [&](std::uint32_t i) {
            const Event& event = events_.events[i];
            return event.what == Event::What::text && event.node != Node::html;
        };
        while (last + 1 < events_.events.size() && is_text(last + 1)) ++last;
        for (std::uint32_t i = first; i <= last; ++i) {
            if (!tags_.is_left_out(events_.events[i])) continue;
            if (i > first) range(first, i);
            first = i + 1;
        }
        if (first <= last) range(first, last + 1);
        return last;
    }

    void range(std::uint32_t begin, std::uint32_t end) {
        if (tags_.is_left_out(events_.events[begin])) return;
        tag(text_placeholder, begin, end);
        feed_.end_tag(text_placeholder);
    }

    const Reading& reading_;
    const Events& events_;
    Feed feed_;
    OpenElements open_;
    TagFeed tags_;
};

}  // namespace

Feed feed_of(const Reading& reading, const Events& events, std::uint32_t first) {
    return Writer(reading, events, first).write(first);
}

}  // namespace notes_export::markdown
