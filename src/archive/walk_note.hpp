/// Visiting all inlines of a note, wherever they stand.
#pragma once

#include "document/walk.hpp"
#include "notes_export/archive.hpp"

namespace notes_export::archive {

/// Calls `on_block(Block&)` and `on_inline(Inline&)` for everything in the note: title, blocks, footnotes.
template <class SomeNote, class OnBlock, class OnInline>
void for_each_node(SomeNote& note, const OnBlock& on_block, const OnInline& on_inline) {
    const auto on_inlines = [&](auto& inlines) { for_each_inline(inlines, on_inline); };
    on_inlines(note.title_inlines);
    for_each_block(note.blocks, on_block, on_inlines);
    for (auto& footnote : note.footnotes) for_each_block(footnote.blocks, on_block, on_inlines);
}

}  // namespace notes_export::archive
