#include "markdown/moved_spans.hpp"

#include <algorithm>

#include "document/walk.hpp"

namespace notes_export::markdown {
namespace {

struct Move {
    const MappedText& text;

    void operator()(SourceSpan& span) const {
        const auto size = static_cast<std::uint32_t>(text.text.size());
        const std::uint32_t begin = std::min(span.begin, size);
        span = text.to_source(Range{begin, std::clamp(span.end, begin, size)});
    }

    void operator()(Blocks& blocks) const {
        for_each_block(
            blocks, [&](Block& block) { (*this)(block.span); },
            [&](Inlines& inlines) { for_each_inline(inlines, [&](Inline& item) { (*this)(item.span); }); });
    }
};

}  // namespace

void move_spans(Document& document, const MappedText& text, std::size_t first) {
    const Move move{text};
    move(document.blocks);
    for (Footnote& footnote : document.footnotes) {
        move(footnote.span);
        move(footnote.blocks);
    }
    Diagnostics moved;
    std::size_t place = 0;
    for (Diagnostic diagnostic : document.diagnostics.all()) {
        if (place++ >= first) move(diagnostic.span);
        moved.add(std::move(diagnostic));
    }
    document.diagnostics = std::move(moved);
}

}  // namespace notes_export::markdown
