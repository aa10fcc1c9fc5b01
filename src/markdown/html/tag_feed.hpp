/// Feeds raw HTML to the parser, tag by tag, as far as the parser may have it: what would swallow the text behind it,
/// or is none of HTML's tags, becomes text or is left out.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "markdown/events.hpp"
#include "markdown/html/closing_tags.hpp"
#include "markdown/html/feed.hpp"
#include "markdown/html/nesting.hpp"
#include "markdown/html/open_elements.hpp"
#include "markdown/html/raw_html.hpp"
#include "markdown/html/tag.hpp"
#include "markdown/reading.hpp"

namespace notes_export::markdown {

class TagFeed {
public:
    /// Writes to `feed`, and keeps `open` as the parser will have it.
    TagFeed(const Reading& reading, ClosingTags closing_tags, Feed& feed, OpenElements& open)
        : reading_(reading), closing_tags_(std::move(closing_tags)), feed_(feed), open_(open) {}

    void add(const RawHtml& html);
    /// Whether an event stands within a comment, a script or a drawing that goes on over several pieces.
    bool is_left_out(const Event& event) const;

private:
    std::size_t element(const RawHtml& html, std::size_t at, const LastEnds& last);
    std::size_t comment(const RawHtml& html, std::size_t at, const HtmlTag& tag);
    std::size_t raw(const RawHtml& html, std::size_t at, const HtmlTag& tag, Nesting nesting);
    std::size_t leave_out(const RawHtml& html, std::size_t until);
    void unknown(std::string_view whole, const HtmlTag& tag);
    void open(const HtmlTag& tag, Nesting nesting);
    void begin_tag(const HtmlTag& tag, Nesting nesting);
    void begin_generic(std::string_view kind);
    void add_empty(const HtmlTag& tag, Nesting nesting);
    void close(const HtmlTag& tag, Nesting nesting);
    void literal(std::string_view text);
    bool is_mentioned(const HtmlTag& tag, std::uint32_t origin) const;
    std::size_t comment_end(std::uint32_t origin);

    const Reading& reading_;
    ClosingTags closing_tags_;
    Feed& feed_;
    OpenElements& open_;
    std::uint32_t left_out_until_ = 0;        ///< origin
    std::size_t comment_end_ = 0;             ///< the last one found
    std::multiset<std::string> transparent_;  ///< names of unknown elements that are open and not shown
};

}  // namespace notes_export::markdown
