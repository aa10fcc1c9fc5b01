/// Marks of the note-taking dialects, which md4c does not know, found on offsets of the source before it runs.
///
/// `find_marks` (dialect/) knows what is code, HTML or an address from a first md4c pass, made only where the source
/// holds a byte that could begin a mark. The adapter then parses `Marks::masked`, which is as long as the source's
/// body and differs from it only where a mark was replaced byte for byte by letters, and puts each mark's node in
/// place of the letters when md4c hands them over.
///
/// For the adapter:
/// - A mark over several lines is masked with its line ends and container prefixes: it is one run of letters on one
///   line of `masked`. A comment that fills its lines is masked as blanks instead and has no mark.
/// - The bodies of footnotes are excerpts: a masked text of their own, line i of which is `lines[i]` of the source. The
///   marks inside a body are in `Marks::marks` too, with offsets of the source, behind the mark they stand in.
/// - Footnote references without a definition are no marks: they stay text, and the warning is given here.
/// - A block id right below a table is a row of one cell to md4c: that row vanishes and the table has the id.
/// - Logseq's `((uuid))` is a wikilink whose destination is the uuid; the block that has it says `id:: uuid` in a line
///   of its own (`property_line`), which should become an anchor of that name.
/// - Pairs of delimiters lie within one another and within one table cell, but may cross an emphasis or a link of
///   md4c's: then both are text.
/// - `~` as a delimiter is masked as `^`, so that md4c sees no strikethrough; `==` and `^` stay as they are.
/// - Blocks: dialect/expand.hpp replaces includes, shortcodes, Liquid and block forms (MkDocs' admonitions,
///   definition lists, poems) before anything else; give `find_marks` a `Source` with the expanded text then.
///   dialect/callouts.hpp reads `[!kind]` and mdBook's admonish fences, dialect/attributes.hpp `{#id}` of headings,
///   tasks' states and Logseq's properties, dialect/includes.hpp leaves out hidden lines of Rust (mdBook only).
///   A fence whose language is "math" is a formula.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "notes_export/document.hpp"

namespace notes_export::markdown {

/// Text taken out of the source line by line, to be parsed by itself.
struct Excerpt {
    std::string masked;             ///< the lines, each ended by LF, with their marks masked
    std::vector<SourceSpan> lines;  ///< where each line stands in the source's text, without its line end
};

/// `[[destination|label]]`; spans within the source's text; `label` is empty when there is none.
struct WikilinkMark {
    SourceSpan destination, label;
    Excerpt excerpt;  ///< of the label, to be parsed as inlines, where it is more than letters; else without lines
};

/// `![[destination|label]]`. Alone in its paragraph it becomes a block.
struct EmbedMark {
    SourceSpan destination, label;
};

/// `$tex$`, `$$tex$$` or GitHub's $`tex`$.
struct MathMark {
    SourceSpan tex;
    bool display = false;
    std::string text;  ///< the TeX without containers' prefixes, where it is not just what `tex` spans; else empty
};

/// `%%…%%`: vanishes.
struct CommentMark {};

/// `[^label]`
struct FootnoteReferenceMark {
    SourceSpan label;
};

/// `^[body]`: parsed as inlines of a footnote of its own.
struct InlineFootnoteMark {
    SourceSpan body;
    Excerpt excerpt;
};

/// `#name`
struct TagMark {
    SourceSpan name;
};

/// `^name` at a block's end: names the block, shows nothing.
struct BlockIdMark {
    SourceSpan name;
};

/// `:name:` of GitHub's table.
struct EmojiMark {
    std::string characters;
};

/// A bare web address that md4c would not link, or too much of it.
struct AddressMark {};

/// Opening and closing delimiters of a style whose inside is parsed as usual (`==`, `::`, `++`, `^`, `~`). The
/// delimiters are not masked; `partner` is the index of the other one in `Marks::marks`.
struct DelimiterMark {
    Style style = Style::highlight;
    bool opens = true;
    std::size_t partner = 0;
};

struct Mark {
    SourceSpan span;  ///< within the source's text, delimiters included
    std::variant<WikilinkMark, EmbedMark, MathMark, CommentMark, FootnoteReferenceMark, InlineFootnoteMark, TagMark,
                 BlockIdMark, EmojiMark, AddressMark, DelimiterMark>
        node;
};

/// A footnote's definition, taken out of the text (its lines are masked as blank): `[^label]: body`.
struct FootnoteDefinitionMark {
    SourceSpan label;
    SourceSpan span;    ///< of the whole definition
    Excerpt body;       ///< without label and indentation
    bool used = false;  ///< something refers to it (if nothing does, the warning is given here)
};

/// What was found in a source.
struct Marks {
    std::string masked;       ///< for md4c: the body from `Source::body` to the end, same length
    std::vector<Mark> marks;  ///< in order of `span.begin`, not overlapping
    std::vector<FootnoteDefinitionMark> footnotes;
};

Marks find_marks(const Source& source, Diagnostics& diagnostics);

}  // namespace notes_export::markdown
