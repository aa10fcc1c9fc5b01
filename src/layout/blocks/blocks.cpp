#include "layout/blocks/blocks.hpp"

#include <variant>

namespace notes_export::layout {

void set_blocks(Compositor& compositor, const Blocks& blocks, const Frame& frame) {
    for (const Block& block : blocks) {
        if (frame.anchors)
            for (const AnchorPoint& point : block.anchors)
                if (point.anchor.valid()) compositor.mark(point.anchor);
        if (!std::holds_alternative<Paragraph>(block.node)) flush_run_in(compositor, frame);
        std::visit([&](const auto& node) { set_block(compositor, node, frame); }, block.node);
    }
}

}  // namespace notes_export::layout
