#include "markdown/admonish.hpp"

#include <utility>

#include "markdown/dialect/callouts.hpp"
#include "markdown/replay.hpp"

namespace notes_export::markdown {
namespace {

/// Admonitions within admonitions.
constexpr int deepest = 4;

}  // namespace

bool read_admonition(const Detail& fence, const std::string& text, SourceSpan span, Builder& builder, Scope& scope) {
    const auto head = scope.depth < deepest ? admonish_fence(fence.info) : std::nullopt;
    if (!head) return false;
    Callout callout;
    callout.kind = builder.keep(head->kind);
    if (!head->title.empty()) callout.title.push_back({Text{head->title}, span});
    const std::uint32_t id = scope.take_ids(1);
    builder.open_block(Part::callout, id, {std::move(callout), span, {}});

    Source inner;
    inner.text = builder.keep(text);
    inner.id = scope.document.source->id;
    inner.dialect = scope.document.source->dialect;
    Diagnostics diagnostics;
    const Marks marks = find_marks(inner, diagnostics);
    for (Diagnostic diagnostic : diagnostics.all()) {
        diagnostic.span = {diagnostic.span.begin + span.begin, diagnostic.span.end + span.begin};
        scope.document.diagnostics.add(std::move(diagnostic));
    }
    Reading reading{
        .masked = marks.masked, .original = builder.keep(text), .segments = {{0, 0}}, .marks = &marks.marks};
    reading.span_shift = span.begin;
    ++scope.depth;
    read_into(builder, std::move(reading), scope);
    --scope.depth;
    builder.close_block(id);
    return true;
}

}  // namespace notes_export::markdown
