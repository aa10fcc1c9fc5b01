/// What a paragraph, a quote, a heading or an item turns out to be once its content is known.
#pragma once

#include "markdown/builder.hpp"
#include "notes_export/document.hpp"

namespace notes_export::markdown {

/// A paragraph of these inlines; where it holds nothing but one picture, formula or embedded note, that block.
/// An embedded note among other things becomes a link.
Blocks paragraph_blocks(Inlines inlines, Alignment alignment, bool figures);

/// A callout where the first paragraph begins with `[!kind]`, else `quote` around the blocks.
Block quote_or_callout(Blocks blocks, Block quote, Builder& builder);

/// Takes `{#id .class}` off a heading's end.
void finish_heading(Block& heading);

/// Takes the brackets of a task that md4c does not know (`[-]`) off an item's text.
void take_task(ListItem& item);

}  // namespace notes_export::markdown
