#include "layout/blocks/blocks.hpp"

namespace notes_export::layout {

void set_block(Compositor& compositor, const Quote& quote, const Frame& frame) {
    const Points by = inset(compositor, frame, compositor.pt(13));
    Frame inner = indented(frame, by);
    inner.parent = compositor.element(Role::block_quote, frame.parent);
    inner.text.font.italic = !frame.text.font.italic;
    const Points thickness = compositor.pt(1.6);
    compositor.space(compositor.design().grid);
    const std::size_t band =
        compositor.open_band(frame.mirrored() ? frame.x + frame.width - thickness : frame.x, thickness, Grey{0.6});
    set_blocks(compositor, quote.blocks, inner);
    flush_run_in(compositor, inner);
    compositor.close_band(band);
    compositor.space(compositor.design().grid);
}

}  // namespace notes_export::layout
