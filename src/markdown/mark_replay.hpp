/// Plays text into a builder, with the dialect's marks in place of their letters.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "markdown/builder.hpp"
#include "markdown/marks.hpp"
#include "markdown/reading.hpp"
#include "markdown/scope.hpp"

namespace notes_export::markdown {

class MarkReplay {
public:
    MarkReplay(const Reading& reading, Builder& builder, Scope& scope);

    /// A text of the reading, `size` bytes from `local` on, which is all that its block holds or not. A mark that
    /// stands in several texts is played with the first.
    void text(std::uint32_t local, std::size_t size, bool fills_block);

private:
    /// How a mark stands in the text.
    struct Setting {
        std::size_t number = 0;  ///< the mark's, among the reading's
        SourceSpan span;
        bool alone = false;  ///< in its block
    };
    void mark(const Setting& setting);
    void play(const WikilinkMark& wikilink, const Setting& setting);
    void play(const EmbedMark& embed, const Setting& setting);
    void play(const MathMark& math, const Setting& setting);
    void play(const CommentMark&, const Setting&) {}
    void play(const FootnoteReferenceMark& reference, const Setting& setting);
    void play(const InlineFootnoteMark& footnote, const Setting& setting);
    void play(const TagMark& tag, const Setting& setting);
    void play(const BlockIdMark& id, const Setting& setting);
    void play(const EmojiMark& emoji, const Setting& setting);
    void play(const AddressMark&, const Setting& setting);
    void play(const DelimiterMark& delimiter, const Setting& setting);
    void label_of(const WikilinkMark& wikilink);
    void inlines_of(const Excerpt& excerpt);
    void plain(std::uint32_t begin, std::uint32_t end);
    std::string_view original(SourceSpan span) const;

    const Reading& reading_;
    Builder& builder_;
    Scope& scope_;
    std::uint32_t first_id_;  ///< of delimiters
    SourceSpan consumed_;     ///< the last mark that was played
};

}  // namespace notes_export::markdown
