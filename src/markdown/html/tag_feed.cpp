#include "markdown/html/tag_feed.hpp"

#include <algorithm>

#include "markdown/html/placeholders.hpp"

namespace notes_export::markdown {
namespace {

bool is_generic(Nesting nesting) {
    return nesting == Nesting::generic || nesting == Nesting::generic_empty;
}

/// The name under which the parser gets an element: nobody but us writes placeholders.
std::string_view parser_name(std::string_view name) {
    if (name == block_placeholder) return "div";
    if (name == span_placeholder) return "span";
    return name;
}

}  // namespace

bool TagFeed::is_left_out(const Event& event) const {
    if (!event.in_reading() || left_out_until_ == 0 || reading_.origin(event.local) >= left_out_until_) return false;
    // What goes on behind the end is kept whole: rather words of a comment in the book than words of the writer's lost.
    const std::size_t size = std::max<std::size_t>(event.text.size(), 1);
    return reading_.origin(event.local + static_cast<std::uint32_t>(size) - 1) < left_out_until_;
}

void TagFeed::add(const RawHtml& html) {
    const std::string_view text = html.text;
    const LastEnds last(text);
    std::size_t at = left_out_until_ > 0 ? html.find(left_out_until_) : 0;
    while (at < text.size()) {
        const std::size_t bracket = std::min(text.find('<', at), text.size());
        if (bracket > at) {
            feed_.origins.add(feed_.html.size(), html.origin(at));
            feed_.html += text.substr(at, bracket - at);
        }
        if (bracket == text.size()) break;
        feed_.origins.add(feed_.html.size(), html.origin(bracket));
        at = element(html, bracket, last);
    }
}

/// What the `<` at `at` begins; gives where to go on.
std::size_t TagFeed::element(const RawHtml& html, std::size_t at, const LastEnds& last) {
    const std::string_view text = html.text;
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
    if (tag.kind == HtmlTag::Kind::comment) return comment(html, at, tag);
    const auto nesting = nesting_of(tag.name);
    if (!nesting) {
        unknown(text.substr(at, tag.end - at), tag);
    } else if (is_mentioned(tag, html.origin(at))) {
        literal(text.substr(at, tag.end - at));
    } else if (*nesting == Nesting::raw || *nesting == Nesting::vector) {
        return raw(html, at, tag, *nesting);
    } else if (tag.kind == HtmlTag::Kind::opening) {
        open(tag, *nesting);
    } else {
        close(tag, *nesting);
    }
    return tag.end;
}

std::size_t TagFeed::comment(const RawHtml& html, std::size_t at, const HtmlTag& tag) {
    if (tag.end != std::string_view::npos) return tag.end;
    // It goes on behind this piece; without any end it is text.
    const std::size_t end = comment_end(html.origin(at));
    if (end != std::string_view::npos) return leave_out(html, end);
    literal("<!--");
    return at + 4;
}

/// Where the first comment ends behind `origin`; the source is searched once for all that ask in order.
std::size_t TagFeed::comment_end(std::uint32_t origin) {
    constexpr std::string_view mark = "-->";
    if (comment_end_ < origin + mark.size()) {
        const std::size_t found = reading_.original.find(mark, origin);
        comment_end_ = found == std::string_view::npos ? found : found + mark.size();
    }
    return comment_end_;
}

/// Leaves everything out up to origin `until`, in this piece and those that follow; gives where to go on in this one.
std::size_t TagFeed::leave_out(const RawHtml& html, std::size_t until) {
    left_out_until_ = static_cast<std::uint32_t>(until);
    return html.find(left_out_until_);
}

/// A script, a drawing: the parser does not get its content.
std::size_t TagFeed::raw(const RawHtml& html, std::size_t at, const HtmlTag& tag, Nesting nesting) {
    if (tag.kind == HtmlTag::Kind::closing || tag.self_closing) return tag.end;
    const std::uint32_t origin = html.origin(at);
    const auto bracket = reading_.original.find('>', *closing_tags_.find(tag.name, origin));
    if (bracket == std::string_view::npos) return tag.end;
    if (nesting == Nesting::vector) {
        begin_generic("svg");
        feed_.html += " i=" + std::to_string(feed_.drawings.size()) + '>';
        feed_.end_tag(generic_placeholder);
        feed_.drawings.push_back(reading_.original.substr(origin, bracket + 1 - origin));
    }
    return leave_out(html, bracket + 1);
}

/// Nothing closes what can stand in no text: the note speaks about the element (GFM, 6.11, has most of these shown as
/// text too).
bool TagFeed::is_mentioned(const HtmlTag& tag, std::uint32_t origin) const {
    return tag.kind == HtmlTag::Kind::opening && !tag.self_closing && ClosingTags::are_sought_for(tag.name) &&
           !closing_tags_.find(tag.name, origin);
}

/// `<T>`, `<your-name>`: a tag that HTML does not know is text, unless it has an attribute, or closes one that has.
/// Of a site's components (`<TabItem label="Python">`) the label or title stays; a tab without one shows its value.
void TagFeed::unknown(std::string_view whole, const HtmlTag& tag) {
    const bool closing = tag.kind == HtmlTag::Kind::closing;
    const auto open = transparent_.find(tag.name);
    if (closing && open != transparent_.end()) {
        transparent_.erase(open);
        return;
    }
    if (closing || tag.attributes.find('=') == std::string_view::npos) return literal(whole);
    if (!tag.self_closing) transparent_.insert(tag.name);
    for (const std::string_view key : {" label=\"", " title=\"", " value=\""}) {
        const std::size_t label = tag.attributes.find(key);
        if (label == std::string_view::npos || (key == " value=\"" && tag.name != "tabitem")) continue;
        const std::string_view words = tag.attributes.substr(label + key.size());
        feed_.html += "<b>";
        literal(words.substr(0, words.find('"')));
        feed_.html += "</b> ";
        return;
    }
}

void TagFeed::literal(std::string_view text) {
    for (const char c : text) {
        if (c == '<') {
            feed_.html += "&lt;";
        } else {
            feed_.html += c;
        }
    }
}

void TagFeed::open(const HtmlTag& tag, Nesting nesting) {
    if (nesting == Nesting::empty || nesting == Nesting::generic_empty) return add_empty(tag, nesting);
    const bool generic = is_generic(nesting);
    const std::string name(generic ? generic_placeholder : parser_name(tag.name));
    const std::string& known_as = generic ? tag.name : name;
    if (!open_.open({.name = known_as, .nesting = nesting, .place = feed_.html.size()})) return;
    begin_tag(tag, nesting);
    feed_.html += "   ";  // room for another name
    feed_.html += closed_attributes(tag.attributes);
    feed_.html += '>';
    const bool closes = tag.self_closing && (nesting == Nesting::formatting || nesting == Nesting::inline_ || generic);
    if (closes && open_.close(known_as)) feed_.end_tag(name);
}

/// A tag up to its attributes.
void TagFeed::begin_tag(const HtmlTag& tag, Nesting nesting) {
    if (is_generic(nesting)) return begin_generic(tag.name);
    feed_.html.append("<").append(parser_name(tag.name));
}

void TagFeed::begin_generic(std::string_view kind) {
    feed_.html.append("<").append(generic_placeholder).append(" k=").append(kind);
}

void TagFeed::add_empty(const HtmlTag& tag, Nesting nesting) {
    begin_tag(tag, nesting);
    feed_.html += ' ';
    feed_.html += closed_attributes(tag.attributes);
    feed_.html += '>';
    if (is_generic(nesting)) feed_.end_tag(generic_placeholder);
}

void TagFeed::close(const HtmlTag& tag, Nesting nesting) {
    if (tag.name == "br") feed_.html += "<br>";
    if (nesting == Nesting::empty || nesting == Nesting::generic_empty) return;
    const std::string_view known_as = parser_name(tag.name);
    std::string_view name = nesting == Nesting::generic ? generic_placeholder : known_as;
    if (nesting == Nesting::paragraph) {
        const OpenElement* paragraph = open_.paragraph();
        if (paragraph && paragraph->crossed) {
            // Markdown blocks stand in it, which would end a paragraph.
            feed_.html.replace(paragraph->place, 4, "<div");
            name = "div";
        }
    }
    if (open_.close(known_as)) feed_.end_tag(name);
}

}  // namespace notes_export::markdown
