/// Where a scan over a leaf's running text stands, and what it may ask there.
#pragma once

#include <cstdint>
#include <string_view>

#include "markdown/dialect/structure.hpp"
#include "markdown/marks.hpp"
#include "support/ascii.hpp"

namespace notes_export::markdown {

inline constexpr std::uint32_t nowhere = UINT32_MAX;

struct Place {
    std::string_view text;
    const Structure& structure;
    const Leaf& leaf;
    Range line;        ///< of the leaf
    std::uint32_t at;  ///< offset into `text`

    char operator[](std::uint32_t ahead) const { return at + ahead < text.size() ? text[at + ahead] : '\n'; }
    /// The byte before; a line end at the line's beginning.
    char before() const { return at > line.begin ? text[at - 1] : '\n'; }
    bool sees(std::string_view what) const { return text.substr(at, what.size()) == what; }
    std::uint32_t leaf_end() const { return leaf.lines.back().end; }
};

/// A mark whose spans are still offsets into the text it was found in.
struct LocalMark {
    enum class Kind {
        wikilink,
        embed,
        math,
        display_math,
        comment,
        footnote,
        inline_footnote,
        tag,
        block_id,
        emoji,
        address,
        opening,
        closing,
    };
    Range span;
    Range first;   ///< destination, TeX, label, body or name
    Range second;  ///< a wikilink's label
    Kind kind = Kind::wikilink;
    Style style = Style::highlight;
    /// Of a delimiter: where the other one begins. Of what has an excerpt: which one.
    std::uint32_t partner = nowhere;
};

inline LocalMark local_mark(LocalMark::Kind kind, Range span, Range first, Range second = {}) {
    LocalMark mark;
    mark.span = span;
    mark.first = first;
    mark.second = second;
    mark.kind = kind;
    return mark;
}

/// What hides the byte at `at`, or null.
const Opaque* opaque_at(const Structure& structure, std::uint32_t at);
/// Whether the byte at `at` is code's: of a span or of a block.
bool is_code(const Structure& structure, std::uint32_t at);
/// Whether the byte at `at` is of a link's text, or the bracket before it.
bool in_link(const Structure& structure, std::uint32_t at);
/// Whether code begins within the range.
bool holds_code(const Structure& structure, Range range);

inline bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}
// Of ASCII: writing without blanks between words (Chinese) has marks right beside its letters.
using ascii::is_alphanumeric;
using ascii::is_digit;
using ascii::is_letter;
inline bool is_beyond_ascii(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace notes_export::markdown
