/// Blocks of the model, set into a galley: one function, and one file, a kind.
#pragma once

#include "layout/blocks/compositor.hpp"

namespace notes_export::layout {

/// Sets blocks one below the other.
void set_blocks(Compositor& compositor, const Blocks& blocks, const Frame& frame);

/// Sets blocks directly below a line that belongs to them (a title, a term): no space between.
void set_below(Compositor& compositor, const Blocks& blocks, const Frame& frame);

void set_block(Compositor& compositor, const Paragraph& paragraph, const Frame& frame);
void set_block(Compositor& compositor, const Heading& heading, const Frame& frame);
void set_block(Compositor& compositor, const List& list, const Frame& frame);
void set_block(Compositor& compositor, const CodeBlock& code, const Frame& frame);
void set_block(Compositor& compositor, const Quote& quote, const Frame& frame);
void set_block(Compositor& compositor, const Callout& callout, const Frame& frame);
void set_block(Compositor& compositor, const Table& table, const Frame& frame);
void set_block(Compositor& compositor, const Rule& rule, const Frame& frame);
void set_block(Compositor& compositor, const Figure& figure, const Frame& frame);
void set_block(Compositor& compositor, const DefinitionList& list, const Frame& frame);
void set_block(Compositor& compositor, const Details& details, const Frame& frame);
void set_block(Compositor& compositor, const Division& division, const Frame& frame);
void set_block(Compositor& compositor, const MathBlock& math, const Frame& frame);
void set_block(Compositor& compositor, const Embed& embed, const Frame& frame);

/// Sets pieces as one paragraph, with what was to run in before them. `hang` is of lines turned over by us.
/// Gives the index of its first strip.
std::size_t set_pieces(Compositor& compositor, std::vector<Piece> pieces, const Frame& frame, Points hang = {});

/// Sets what was to run in and has no paragraph to do so.
void flush_run_in(Compositor& compositor, const Frame& frame);

/// Style of a paragraph in this frame.
ParagraphStyle paragraph_style(const std::vector<Piece>& pieces, const Frame& frame);

}  // namespace notes_export::layout
