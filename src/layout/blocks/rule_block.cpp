#include "layout/blocks/blocks.hpp"
#include "layout/blocks/inlines.hpp"

namespace notes_export::layout {

/// Three asterisks. They are an artifact: the break they stand for is no text.
void set_block(Compositor& compositor, const Rule&, const Frame& frame) {
    Frame inner = frame;
    inner.setting = Setting::centered;
    inner.text.font.italic = false;
    compositor.space(compositor.design().grid);
    const std::size_t first = set_pieces(compositor, {words("*\u2003*\u2003*", inner.text, {})}, inner);
    if (compositor.next() > first) {
        Strip& strip = compositor.galley().strips[first];
        for (PageItem& item : strip.items)
            if (auto* run = std::get_if<GlyphRun>(&item)) run->mark = true;
        // A page neither ends nor begins with it when that can be helped.
        strip.break_cost = break_costs::within_item;
    }
    compositor.space(compositor.design().grid);
}

}  // namespace notes_export::layout
