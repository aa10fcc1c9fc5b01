/// Plays what md4c found into a builder, with the dialect's marks in place of their letters.
#pragma once

#include <cstdint>
#include <string>

#include "markdown/builder.hpp"
#include "markdown/events.hpp"
#include "markdown/reading.hpp"
#include "markdown/scope.hpp"

namespace notes_export::markdown {

class Replay {
public:
    Replay(const Reading& reading, const Events& events, Builder& builder, Scope& scope);

    /// Events [begin, end), which open and close in pairs.
    void run(std::uint32_t begin, std::uint32_t end);
    /// Opens what event `index` opens (neither code block nor image: those are run whole).
    void enter(std::uint32_t index);
    void leave(std::uint32_t index);
    /// Appends the characters of a text event as a reader sees them, marks in their original spelling.
    void append_characters(std::string& out, const Event& event) const;
    /// Where the event stands, an offset into the source; the last known place for those that md4c gives none for.
    SourceSpan place(const Event& event) const;

private:
    SourceSpan place(const Detail& link) const;
    void text(std::uint32_t index);
    void cell_code(std::string_view code, SourceSpan span);
    void marked_text(std::uint32_t index, std::uint32_t local, std::size_t size);
    void mark(std::size_t number, std::uint32_t event);
    void code_block(std::uint32_t begin, std::uint32_t end);
    void image(std::uint32_t begin, std::uint32_t end);
    void wikilink(const WikilinkMark& wikilink, SourceSpan span);
    void embed(const EmbedMark& embed, SourceSpan span, bool alone);
    void inlines_of(const Excerpt& excerpt);
    void footnote_reference(std::string_view label, std::optional<std::uint32_t> index, SourceSpan span);
    std::string_view original(SourceSpan span) const;
    bool fills_block(std::uint32_t event, const Mark& mark) const;

    const Reading& reading_;
    const Events& events_;
    Builder& builder_;
    Scope& scope_;
    std::uint32_t first_id_;       ///< of events
    std::uint32_t first_mark_id_;  ///< of delimiters
    SourceSpan consumed_;          ///< the last mark that was put in place; it may stand in several texts
    bool in_cell_ = false;         ///< of a table in Markdown
};

/// Reads a piece of Markdown into `builder`, raw HTML and all.
void read_into(Builder& builder, Reading reading, Scope& scope);

}  // namespace notes_export::markdown
