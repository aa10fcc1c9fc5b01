#include <algorithm>

#include "markdown/builder.hpp"
#include "markdown/dialect/expand.hpp"
#include "markdown/dialect/footnotes.hpp"
#include "markdown/events.hpp"
#include "markdown/html/unite.hpp"
#include "markdown/line_breaks.hpp"
#include "markdown/marks.hpp"
#include "markdown/moved_spans.hpp"
#include "markdown/reading.hpp"
#include "markdown/reference_definitions.hpp"
#include "markdown/replay.hpp"
#include "markdown/scope.hpp"
#include "notes_export/markdown.hpp"

namespace notes_export {
namespace markdown {
namespace {

/// GFM leaves out the cells of a row that the table has no column for.
void warn_of_excess_cells(const Reading& reading, const Events& events, Document& document) {
    for (const ExcessCells& cells : events.excess_cells) {
        const std::uint32_t origin = reading.origin(cells.first);
        document.diagnostics.warn("cells-joined", document.source->id, {origin, origin},
                                  "this row has more cells than the table has columns; bars became text",
                                  "give the table's head as many cells, or write \\| for a bar that ends no cell");
    }
}

void play(Builder& builder, const Reading& reading, const Events& events, Scope& scope) {
    warn_of_excess_cells(reading, events, scope.document);
    Replay replay(reading, events, builder, scope);
    if (events.html) {
        unite_html(reading, events, replay, builder, scope);
    } else {
        replay.run(first_shown(reading, events), static_cast<std::uint32_t>(events.events.size()));
    }
}

void read_into(Builder& builder, Reading reading, Scope& scope) {
    const Events events = read_events(reading, scope.document.arena);
    play(builder, reading, events, scope);
}

/// Programs that build books and sites join lines, so their writers never meant a break by one.
bool joins_lines(Dialect dialect) {
    return dialect == Dialect::mdbook || dialect == Dialect::hugo || dialect == Dialect::jekyll;
}

bool decide_line_breaks(LineBreaks wish, Dialect dialect, const Reading& reading, const Events& events) {
    switch (wish) {
        case LineBreaks::keep:
            return true;
        case LineBreaks::join:
            return false;
        case LineBreaks::automatic:
            break;
    }
    return !joins_lines(dialect) && keeps_line_breaks(reading, events, dialect);
}

void warn_of_expansion(Document& document) {
    document.diagnostics.warn("link-definitions-expand", document.source->id, {},
                              "links by reference repeat addresses without end; the last ones were left as text",
                              "write the addresses of these links in place, or fewer of them");
}

void add_definitions(const Marks& marks, Scope& scope) {
    const std::string_view text = scope.text;
    for (const FootnoteDefinitionMark& definition : marks.footnotes) {
        const std::string_view label =
            text.substr(definition.label.begin, definition.label.end - definition.label.begin);
        const auto index = static_cast<std::uint32_t>(scope.document.footnotes.size());
        scope.footnotes.try_emplace(label_key(label), index);
        scope.document.footnotes.push_back({.label = label, .blocks = {}, .span = definition.span});
        scope.bodies.push_back({index, &definition.body});
    }
}

/// Bodies may hold inline footnotes of their own: the list grows while it is read.
void read_bodies(const Marks& marks, const ReferenceDefinitions& definitions, Scope& scope) {
    for (std::size_t i = 0; i < scope.bodies.size(); ++i) {
        const Scope::Body body = scope.bodies[i];
        Reading reading = with_definitions(definitions, reading_of(*body.excerpt, scope.text, marks.marks));
        Builder builder(scope.document.arena);
        read_into(builder, std::move(reading), scope);
        scope.document.footnotes[body.footnote].blocks = builder.finish();
    }
}

/// The text that is parsed: `source`'s own, or what it becomes when it is expanded.
struct Expanded {
    std::optional<MappedText> text;
    Source stands_in;  ///< for the source where there is such a text
};

Expanded expanded(const Source& source, const ParseOptions& options, Document& document) {
    const IncludeResolver resolve = [&](std::string_view path) -> std::optional<std::string> {
        if (!options.include) return std::nullopt;
        return options.include(source, path);
    };
    Expanded out{expand(source, resolve, document.diagnostics), {}};
    if (!out.text) return out;
    out.stands_in.id = source.id;
    out.stands_in.dialect = source.dialect;
    out.stands_in.text = out.text->text;
    return out;
}

/// `text` is `from`'s and lives as long as the document: its nodes are views into it.
void parse_into(Document& document, const Source& from, std::string_view text, LineBreaks line_breaks) {
    Marks marks = find_marks(from, document.diagnostics);
    show_unused_words(marks.masked, text.substr(from.body));
    Reading reading{
        .masked = std::move(marks.masked), .original = text, .segments = {{0, from.body}}, .marks = &marks.marks};
    const Events events = read_events(reading, document.arena);
    if (events.expanded_too_far) warn_of_expansion(document);
    document.kept_line_breaks = decide_line_breaks(line_breaks, from.dialect, reading, events);

    Scope scope{.document = document, .text = text, .kept_line_breaks = document.kept_line_breaks};
    add_definitions(marks, scope);
    Builder builder(document.arena);
    play(builder, reading, events, scope);
    document.blocks = builder.finish();
    if (!scope.bodies.empty()) read_bodies(marks, find_reference_definitions(reading.masked), scope);
}

}  // namespace
}  // namespace markdown

Document parse(std::unique_ptr<const Source> source, const ParseOptions& options) {
    using namespace markdown;
    Document document;
    document.source = std::move(source);
    Expanded expansion = expanded(*document.source, options, document);
    if (!expansion.text) {
        parse_into(document, *document.source, document.source->text, options.line_breaks);
        return document;
    }
    const std::size_t before = document.diagnostics.all().size();
    const std::string_view text = document.arena.keep(expansion.stands_in.text);
    parse_into(document, expansion.stands_in, text, options.line_breaks);
    move_spans(document, *expansion.text, before);
    return document;
}

}  // namespace notes_export
