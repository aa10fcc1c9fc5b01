/// Plays what md4c found into a builder.
#pragma once

#include <cstdint>
#include <string_view>

#include "markdown/builder.hpp"
#include "markdown/events.hpp"
#include "markdown/mark_replay.hpp"
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

private:
    void enter_block(Node node, const Detail& detail, std::uint32_t id);
    void enter_span(Node node, const Detail& detail, std::uint32_t id);
    /// Where it stands in the source; the last known place for what md4c gives none for.
    SourceSpan place(const Event& event) const;
    SourceSpan place(const Detail& link) const;
    void text(std::uint32_t index);
    void code_text(std::string_view code, SourceSpan span);
    void image(std::uint32_t begin, std::uint32_t end);
    bool fills_block(std::uint32_t text) const;

    const Reading& reading_;
    const Events& events_;
    Builder& builder_;
    Scope& scope_;
    MarkReplay marks_;
    std::uint32_t first_id_;  ///< of events
    bool in_cell_ = false;    ///< of a table in Markdown
};

}  // namespace notes_export::markdown
