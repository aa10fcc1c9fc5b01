/// The document model: what a note says, free of how it was written and of what it becomes.
///
/// Plain value types. `Block` and `Inline` are variants over small structs; visit them with `std::visit`, so that the
/// compiler names the places a new kind has to be handled. Text is a view into the source's buffer or into an
/// `Arena`; both are owned by the `Document`, later by the `Archive`, and outlive every node.
///
/// Blocks and inlines are at most 64 deep each (`max_depth`), so recursion over them is safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "notes_export/diagnostics.hpp"
#include "notes_export/direction.hpp"
#include "notes_export/source.hpp"

namespace notes_export {

inline constexpr int max_depth = 64;

/// Owns strings that don't stand in a source as they are (entities, joined code). Views stay valid until it dies.
class Arena {
public:
    std::string_view keep(std::string_view text);

private:
    std::vector<std::unique_ptr<char[]>> chunks_;
    std::size_t used_ = 0;
    std::size_t capacity_ = 0;
};

// ---- references, resolved by `assemble`

/// Index into `Archive::notes`.
struct NoteId {
    std::uint32_t value = UINT32_MAX;
    bool valid() const { return value != UINT32_MAX; }
    auto operator<=>(const NoteId&) const = default;
};

/// Index into `Archive::anchors`: a place that links can go to.
struct AnchorId {
    std::uint32_t value = UINT32_MAX;
    bool valid() const { return value != UINT32_MAX; }
    auto operator<=>(const AnchorId&) const = default;
};

/// Index into `Archive::resources`: a picture that was found.
struct ResourceId {
    std::uint32_t value = UINT32_MAX;
    bool valid() const { return value != UINT32_MAX; }
    auto operator<=>(const ResourceId&) const = default;
};

/// Nothing in the archive answers to it: shown as its text.
struct Unresolved {
    bool operator==(const Unresolved&) const = default;
};

/// An address outside the book, percent-encoded as a URL must be, with a scheme that is safe to follow.
struct ExternalUrl {
    std::string url;
    bool operator==(const ExternalUrl&) const = default;
};

using LinkTarget = std::variant<Unresolved, ExternalUrl, AnchorId>;
/// `ExternalUrl`: a picture on the web, shown as a link.
using ImageTarget = std::variant<Unresolved, ExternalUrl, ResourceId>;

enum class Alignment { none, left, center, right };

// ---- inlines

struct Inline;
using Inlines = std::vector<Inline>;
struct Block;
using Blocks = std::vector<Block>;

/// Characters, never empty, without line breaks.
struct Text {
    std::string_view text;
};

/// A line end in the source within a paragraph. `kept` where the writer broke the line on purpose
/// (`--line-breaks`): then it is a line break, else a space (or nothing between two CJK characters).
struct SoftBreak {
    bool kept = false;
};

/// A break that Markdown or HTML asks for.
struct LineBreak {};

enum class Style {
    emphasis,
    strong,
    strike,
    insertion,
    underline,
    highlight,
    superscript,
    subscript,
    small,
    keyboard,
    sample,
    variable,
    citation,
    quotation,
    abbreviation,
    definition,
};

/// Text with an emphasis of some kind. Everything that only styles what is inside is this one node.
struct Styled {
    Style style = Style::emphasis;
    Inlines children;
    std::string_view title;  ///< what an abbreviation stands for; else empty
};

/// A stretch in another language or direction.
struct Passage {
    Inlines children;
    std::string_view language;  ///< BCP 47, may be empty
    Direction direction = Direction::automatic;
};

struct Code {
    std::string_view text;
};

struct MathSpan {
    std::string_view tex;
    bool display = false;
};

/// How a reference was written; it decides how it is looked up.
enum class Reference {
    markdown,  ///< a path or URL, percent-encoded
    wikilink,  ///< a note's name, not a path (Obsidian's rules)
};

struct Link {
    Inlines children;
    std::string_view destination;  ///< as written, entities and escapes undone
    std::string_view title;
    Reference reference = Reference::markdown;
    LinkTarget target;
};

struct Image {
    std::string_view destination;
    std::string_view alt;  ///< plain text; may be empty
    std::string_view title;
    std::optional<double> width;  ///< CSS pixels, as the note asks
    std::optional<double> height;
    std::optional<double> width_percent;  ///< of the measure
    Reference reference = Reference::markdown;
    ImageTarget target;
};

/// Refers to `Note::footnotes[index]`; `index` is nothing when no definition has the label.
struct FootnoteReference {
    std::string_view label;
    std::optional<std::uint32_t> index;
};

/// A place that links may mean by name (an HTML `id` or `name`, an Obsidian block id). Has no text.
struct AnchorPoint {
    std::string_view name;
    AnchorId anchor;
};

struct Ruby {
    Inlines base;
    Inlines annotation;
};

/// `#tag` in running text, without the `#`.
struct Tag {
    std::string_view name;
};

struct Inline {
    std::variant<Text, SoftBreak, LineBreak, Styled, Passage, Code, MathSpan, Link, Image, FootnoteReference,
                 AnchorPoint, Ruby, Tag>
        node;
    SourceSpan span;
};

// ---- blocks

struct Paragraph {
    Inlines children;
    Alignment alignment = Alignment::none;
};

struct Heading {
    int level = 1;  ///< 1 to 6 as written; within a note of an archive, normalised to begin at 1 without gaps
    Inlines children;
    std::string_view explicit_id;  ///< `{#id}`; may be empty
    AnchorId anchor;
};

struct ListItem {
    Blocks blocks;
    /// The character in a task's brackets: ' ', 'x', '-' …; nothing for a plain item.
    std::optional<char> task;
    std::optional<std::int32_t> value;  ///< HTML's `value`
};

enum class Numbering { bullet, decimal, lower_alpha, upper_alpha, lower_roman, upper_roman };

struct List {
    Numbering numbering = Numbering::bullet;
    std::int32_t start = 1;
    char delimiter = '.';  ///< behind the number: '.' or ')'
    bool tight = true;
    bool reversed = false;
    std::vector<ListItem> items;
};

struct CodeBlock {
    std::string_view language;  ///< first word of the info string, lower case; may be empty
    std::string_view info;      ///< the whole info string
    std::string_view text;      ///< lines end in LF, the last one too
};

struct Quote {
    Blocks blocks;
};

/// A note set apart by its kind: Obsidian's and GitHub's `> [!warning]`, mdBook's admonish.
struct Callout {
    std::string_view kind;  ///< lower case, synonyms not resolved: "tldr"
    Inlines title;          ///< empty: the kind's own word is the title
    Blocks blocks;
};

struct TableCell {
    Blocks blocks;
    bool header = false;
    Alignment alignment = Alignment::none;
    std::uint32_t columns = 1;  ///< it spans
    std::uint32_t rows = 1;
};

struct TableRow {
    std::vector<TableCell> cells;
};

struct Table {
    std::vector<Alignment> columns;  ///< as many as the widest row
    std::vector<TableRow> head;
    std::vector<TableRow> body;
    Inlines caption;
};

/// A thematic break.
struct Rule {};

/// A picture that stands by itself (a paragraph of nothing but one image, or HTML's `figure`).
struct Figure {
    Blocks blocks;    ///< usually one paragraph that holds the image
    Inlines caption;  ///< empty: a single image's title, or else its alt text, serves
};

struct DefinitionItem {
    std::vector<Inlines> terms;
    std::vector<Blocks> definitions;
};

struct DefinitionList {
    std::vector<DefinitionItem> items;
};

/// HTML's `details`, or a folded callout: shown open.
struct Details {
    Inlines summary;
    Blocks blocks;
};

/// A group that HTML makes (`div`, `center`, `section`).
struct Division {
    Blocks blocks;
    Alignment alignment = Alignment::none;
    std::string_view language;  ///< BCP 47, may be empty
    Direction direction = Direction::automatic;
};

struct MathBlock {
    std::string_view tex;
};

/// Another note, or part of one, set in this place. `blocks` is filled by `assemble`.
struct Embed {
    std::string_view destination;  ///< as written
    std::string_view title;        ///< the note's own words for it; may be empty
    LinkTarget origin;             ///< what is set here
    Blocks blocks;
};

struct Block {
    std::variant<Paragraph, Heading, List, CodeBlock, Quote, Callout, Table, Rule, Figure, DefinitionList, Details,
                 Division, MathBlock, Embed>
        node;
    SourceSpan span;
    /// Names by which links may mean this block (HTML ids, Obsidian's `^id`).
    std::vector<AnchorPoint> anchors;
};

/// A footnote's body. It is numbered in the order of first reference by `assemble`.
struct Footnote {
    std::string_view label;
    Blocks blocks;
    SourceSpan span;
    std::uint32_t number = 0;      ///< from 1 within its note; 0 before `assemble`
    std::uint32_t references = 0;  ///< how often the note refers to it
};

/// One source, parsed.
struct Document {
    std::unique_ptr<const Source> source;
    Arena arena;
    Blocks blocks;
    std::vector<Footnote> footnotes;
    std::vector<std::string_view> tags;  ///< in running text, in order, without repetition
    bool kept_line_breaks = false;       ///< line ends within its paragraphs are meant
    Diagnostics diagnostics;
};

/// The characters of the inlines without any markup; breaks are spaces, images their alt text.
std::string plain_text(const Inlines& inlines);

/// The words under a figure: its own caption, else its single image's title, else that image's alt text when that is
/// more than a file's name.
Inlines caption_of(const Figure& figure);

}  // namespace notes_export
