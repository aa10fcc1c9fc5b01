#include "markdown/html/feed.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "markdown/html/closing_tags.hpp"
#include "markdown/html/elements.hpp"
#include "markdown/html/open_elements.hpp"
#include "markdown/html/tag.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::uint32_t cell_around = 0x8000'0000;  ///< marks the cell that is made for an event
constexpr std::uint32_t row_around = 0x4000'0000;

bool is_block(Node node) {
    return node < Node::emphasis;
}

class Writer {
public:
    Writer(const Reading& reading, const Events& events, std::uint32_t first)
        : reading_(reading), events_(events), first_(first), closing_tags_(reading, events, first) {}

    Feed write() {
        const auto end = static_cast<std::uint32_t>(events_.events.size());
        std::vector<std::uint32_t> open;
        for (std::uint32_t i = first_; i < end; ++i) {
            const Event& event = events_.events[i];
            if (event.what == Event::What::text) {
                if (event.node == Node::html) {
                    // A tag over several lines comes line by line.
                    const std::uint32_t begin = i;
                    while (i + 1 < end && events_.events[i + 1].node == Node::html) ++i;
                    pieces(begin, i + 1);
                } else {
                    i = texts(i);
                }
            } else if (event.what == Event::What::leave) {
                if (open.empty()) continue;
                leave(open.back());
                open.pop_back();
            } else if (event.node == Node::html_block) {
                const std::uint32_t last = leave_of(events_, i);
                pieces(i + 1, last);
                i = last;
            } else if (event.node == Node::code_block || event.node == Node::rule) {
                const std::uint32_t last = leave_of(events_, i);
                enter(i, last + 1);
                leave(i);
                i = last;
            } else if (event.node == Node::image || event.node == Node::code) {
                const std::uint32_t last = leave_of(events_, i);
                range(i, last + 1);
                i = last;
            } else {
                enter(i, i + 1);
                open.push_back(i);
            }
        }
        return std::move(feed_);
    }

private:
    void place(std::uint32_t origin) { feed_.places.push_back({feed_.html.size(), origin}); }

    void tag(std::string_view name, std::uint32_t begin, std::uint32_t end) {
        feed_.html += '<';
        feed_.html += name;
        feed_.html += " i=" + std::to_string(begin) + " j=" + std::to_string(end) + '>';
    }
    void end_tag(std::string_view name) {
        feed_.html += "</";
        feed_.html += name;
        feed_.html += '>';
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
        for (std::size_t tables = block ? open_.tables_within(event) : 0; tables > 0; --tables) end_tag("table");
        if (open_.close_event(event)) end_tag(block ? block_placeholder : span_placeholder);
        if (!block) return;
        if (open_.close_event(event | cell_around)) end_tag("td");
        if (open_.close_event(event | row_around)) end_tag("tr");
    }

    /// Text and breaks without HTML between them.
    std::uint32_t texts(std::uint32_t first) {
        std::uint32_t last = first;
        const auto is_text = [&](std::uint32_t i) {
            const Event& event = events_.events[i];
            return event.what == Event::What::text && event.node != Node::html;
        };
        while (last + 1 < events_.events.size() && is_text(last + 1)) ++last;
        for (std::uint32_t i = first; i <= last; ++i) {
            if (!is_left_out(events_.events[i])) continue;
            if (i > first) range(first, i);
            first = i + 1;
        }
        if (first <= last) range(first, last + 1);
        return last;
    }

    void range(std::uint32_t begin, std::uint32_t end) {
        if (is_left_out(events_.events[begin])) return;
        tag(text_placeholder, begin, end);
        end_tag(text_placeholder);
    }

    /// Within a comment, a script or a drawing that goes on over several pieces.
    bool is_left_out(const Event& event) const {
        return event.in_reading() && left_out_until_ > 0 && reading_.origin(event.local) < left_out_until_;
    }

    void pieces(std::uint32_t begin, std::uint32_t end) {
        std::string joined;
        std::vector<Feed::Place> places;
        for (std::uint32_t i = begin; i < end; ++i) {
            const Event& event = events_.events[i];
            if (event.in_reading()) {
                const std::uint32_t origin = reading_.origin(event.local);
                places.push_back({joined.size(), origin});
                joined += reading_.original.substr(origin, event.text.size());
            } else {
                joined += event.node == Node::null ? std::string_view("\xEF\xBF\xBD") : event.text;
            }
        }
        if (!places.empty()) html(joined, places);
    }

    static std::uint32_t origin_in(const std::vector<Feed::Place>& places, std::size_t at) {
        auto found = std::upper_bound(places.begin(), places.end(), at,
                                      [](std::size_t offset, const Feed::Place& p) { return offset < p.at; });
        if (found != places.begin()) --found;
        return found->origin + static_cast<std::uint32_t>(at - found->at);
    }
    /// Offset into the text that stands at `origin`, or its end.
    static std::size_t at_origin(const std::vector<Feed::Place>& places, std::size_t size, std::uint32_t origin) {
        auto found = std::upper_bound(places.begin(), places.end(), origin,
                                      [](std::uint32_t offset, const Feed::Place& p) { return offset < p.origin; });
        if (found == places.begin()) return 0;
        const std::size_t next = found == places.end() ? size : found->at;
        --found;
        return std::min(next, found->at + (origin - found->origin));
    }

    void html(std::string_view text, const std::vector<Feed::Place>& places) {
        const LastEnds last(text);
        std::size_t at = left_out_until_ > 0 ? at_origin(places, text.size(), left_out_until_) : 0;
        while (at < text.size()) {
            const std::size_t bracket = std::min(text.find('<', at), text.size());
            if (bracket > at) {
                place(origin_in(places, at));
                feed_.html += text.substr(at, bracket - at);
            }
            if (bracket == text.size()) break;
            const std::uint32_t origin = origin_in(places, bracket);
            place(origin);
            at = element(text, bracket, origin, places, last);
        }
    }

    void literal(std::string_view text) {
        for (const char c : text) {
            if (c == '<') {
                feed_.html += "&lt;";
            } else {
                feed_.html += c;
            }
        }
    }

    /// Leaves everything out up to `origin`, in this piece and those that follow; gives where to go on in this one.
    std::size_t leave_out(std::string_view text, const std::vector<Feed::Place>& places, std::uint32_t origin) {
        left_out_until_ = origin;
        return at_origin(places, text.size(), origin);
    }

    std::size_t element(std::string_view text, std::size_t at, std::uint32_t origin,
                        const std::vector<Feed::Place>& places, const LastEnds& last) {
        if (text.substr(at).starts_with("<![CDATA[")) {
            const auto end = std::min(text.find("]]>", at), text.size());
            literal(text.substr(at + 9, end - std::min(end, at + 9)));
            return std::min(text.size(), end + 3);
        }
        const HtmlTag tag = read_tag(text, at, last);
        if (tag.kind == HtmlTag::Kind::none) {
            literal("<");
            return at + 1;
        }
        if (tag.kind == HtmlTag::Kind::comment) {
            if (tag.end != std::string_view::npos) return tag.end;
            // It goes on behind this piece; without any end it is text.
            const auto end = find_after(comment_end_, "-->", origin);
            if (end != std::string_view::npos) return leave_out(text, places, static_cast<std::uint32_t>(end + 3));
            literal("<!--");
            return at + 4;
        }
        const auto nesting = nesting_of(tag.name);
        if (!nesting) {
            unknown(text.substr(at, tag.end - at), tag);
            return tag.end;
        }
        if (is_mentioned(tag, origin)) {
            literal(text.substr(at, tag.end - at));
            return tag.end;
        }
        if (*nesting == Nesting::raw || *nesting == Nesting::vector) return raw(text, at, tag, *nesting, places);
        if (tag.kind == HtmlTag::Kind::opening) {
            open(tag, *nesting);
        } else {
            close(tag, *nesting);
        }
        return tag.end;
    }

    /// `<T>`, `<your-name>`: a tag that HTML does not know is text, unless it has an attribute, or closes one that has.
    /// Of a site's components (`<TabItem label="Python">`) the label stays.
    void unknown(std::string_view whole, const HtmlTag& tag) {
        const bool closing = tag.kind == HtmlTag::Kind::closing;
        const auto open = transparent_.find(tag.name);
        if (closing && open != transparent_.end()) {
            transparent_.erase(open);
            return;
        }
        if (closing || tag.attributes.find('=') == std::string_view::npos) return literal(whole);
        if (!tag.self_closing) transparent_.insert(tag.name);
        constexpr std::string_view key = " label=\"";
        const std::size_t label = tag.attributes.find(key);
        if (label == std::string_view::npos) return;
        const std::string_view words = tag.attributes.substr(label + key.size());
        feed_.html += "<b>";
        literal(words.substr(0, words.find('"')));
        feed_.html += "</b> ";
    }

    /// Finds `what` in the source from `from` on, once for all that ask in order.
    std::size_t find_after(std::size_t& known, std::string_view what, std::size_t from) const {
        if (known == std::string_view::npos || (known != 0 && known >= from)) return known;
        return known = reading_.original.find(what, from);
    }
    /// Nothing closes what can stand in no text: the note speaks about the element (GFM, 6.11, has most of these shown
    /// as text too).
    bool is_mentioned(const HtmlTag& tag, std::uint32_t origin) const {
        return tag.kind == HtmlTag::Kind::opening && !tag.self_closing && ClosingTags::are_sought_for(tag.name) &&
               !closing_tags_.find(tag.name, origin);
    }

    std::size_t raw(std::string_view text, std::size_t at, const HtmlTag& tag, Nesting nesting,
                    const std::vector<Feed::Place>& places) {
        if (tag.kind == HtmlTag::Kind::closing || tag.self_closing) return tag.end;
        const std::uint32_t origin = origin_in(places, at);
        const auto bracket = reading_.original.find('>', *closing_tags_.find(tag.name, origin));
        if (bracket == std::string_view::npos) return tag.end;
        if (nesting == Nesting::vector) {
            feed_.html += "<multicol k=svg i=" + std::to_string(feed_.drawings.size()) + "></multicol>";
            feed_.drawings.push_back(reading_.original.substr(origin, bracket + 1 - origin));
        }
        return leave_out(text, places, static_cast<std::uint32_t>(bracket + 1));
    }

    void open(const HtmlTag& tag, Nesting nesting) {
        const bool generic = nesting == Nesting::generic || nesting == Nesting::generic_empty;
        if (nesting == Nesting::empty || nesting == Nesting::generic_empty) {
            feed_.html += generic ? "<multicol k=" + tag.name : "<" + tag.name;
            feed_.html += ' ';
            feed_.html += closed_attributes(tag.attributes);
            feed_.html += '>';
            if (generic) end_tag(generic_placeholder);
            return;
        }
        std::string name = generic                         ? std::string(generic_placeholder)
                           : tag.name == block_placeholder ? "div"
                           : tag.name == span_placeholder  ? "span"
                                                           : tag.name;
        const std::size_t begin = feed_.html.size();
        if (!open_.open({.name = generic ? tag.name : name, .nesting = nesting, .place = begin})) return;
        feed_.html += '<' + name;
        if (generic) feed_.html += " k=" + tag.name;
        feed_.html += "   ";  // room for another name
        feed_.html += closed_attributes(tag.attributes);
        feed_.html += '>';
        const bool closes =
            tag.self_closing && (nesting == Nesting::formatting || nesting == Nesting::inline_ || generic);
        if (closes && open_.close(generic ? tag.name : name)) end_tag(name);
    }

    void close(const HtmlTag& tag, Nesting nesting) {
        if (tag.name == "br") feed_.html += "<br>";
        if (nesting == Nesting::empty || nesting == Nesting::generic_empty) return;
        const bool generic = nesting == Nesting::generic;
        std::string_view name = tag.name == block_placeholder  ? "div"
                                : tag.name == span_placeholder ? "span"
                                                               : tag.name;
        if (nesting == Nesting::paragraph) {
            const OpenElement* paragraph = open_.paragraph();
            if (paragraph && paragraph->crossed) {
                // Markdown blocks stand in it, which would end a paragraph.
                feed_.html.replace(paragraph->place, 4, "<div");
                name = "div";
            }
        }
        if (open_.close(nesting == Nesting::paragraph ? "p" : name)) end_tag(generic ? generic_placeholder : name);
    }

    const Reading& reading_;
    const Events& events_;
    std::uint32_t first_;
    ClosingTags closing_tags_;
    Feed feed_;
    OpenElements open_;
    std::uint32_t left_out_until_ = 0;  ///< origin
    std::size_t comment_end_ = 0;
    std::multiset<std::string> transparent_;  ///< names of unknown elements that are open and not shown
};

}  // namespace

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

std::uint32_t Feed::origin(std::size_t at) const {
    auto found = std::upper_bound(places.begin(), places.end(), at,
                                  [](std::size_t offset, const Place& p) { return offset < p.at; });
    if (found == places.begin()) return 0;
    --found;
    return found->origin;
}

Feed feed_of(const Reading& reading, const Events& events, std::uint32_t first) {
    return Writer(reading, events, first).write();
}

}  // namespace notes_export::markdown
