/// What a paragraph, a quote, a heading or an item turns out to be once its content is known.
#pragma once

#include "markdown/open_block.hpp"
#include "notes_export/document.hpp"

namespace notes_export::markdown {

/// What becomes of a paragraph that holds one picture and nothing else.
enum class LonePicture { figure, paragraph };
/// A cell's picture is the cell's, and a figure is one already.
constexpr LonePicture lone_picture_in(Part part) {
    return part == Part::cell || part == Part::figure ? LonePicture::paragraph : LonePicture::figure;
}

/// A paragraph of these inlines, at least one; a block of its own where it holds nothing but one formula or picture.
Block paragraph_block(Inlines inlines, Alignment alignment, LonePicture picture);

/// A callout where the first paragraph begins with `[!kind]`, else `quote` around the blocks.
Block quote_or_callout(Blocks blocks, Block quote, Arena& arena);

/// Takes `{#id .class}` off a heading's end.
void finish_heading(Block& heading);

/// Takes the brackets of a task that md4c does not know (`[-]`) off an item's text.
void take_task(ListItem& item);

}  // namespace notes_export::markdown
