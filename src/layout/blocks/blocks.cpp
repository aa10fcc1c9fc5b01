#include "layout/blocks/blocks.hpp"

#include <utility>
#include <variant>

namespace notes_export::layout {

void set_blocks(Compositor& compositor, const Blocks& blocks, const Frame& outer) {
    Frame frame = outer;
    bool behind_paragraph = false;
    for (const Block& block : blocks) {
        const bool paragraph = std::holds_alternative<Paragraph>(block.node);
        const bool indents = std::exchange(behind_paragraph, paragraph) && paragraph;
        // Where no space parts paragraphs an indent does.
        frame.first_indent = indents && outer.paragraph_space.value == 0 ? compositor.design().indent : Points{};
        if (frame.anchors)
            for (const AnchorPoint& point : block.anchors)
                if (point.anchor.valid()) compositor.mark(point.anchor);
        if (!std::holds_alternative<Paragraph>(block.node)) flush_run_in(compositor, frame);
        std::visit([&](const auto& node) { set_block(compositor, node, frame); }, block.node);
    }
}

void set_below(Compositor& compositor, const Blocks& blocks, const Frame& frame) {
    Galley body = compositor.apart([&] {
        set_blocks(compositor, blocks, frame);
        flush_run_in(compositor, frame);
    });
    if (!body.strips.empty()) body.strips.front().space_before = {};
    compositor.append(std::move(body));
}

}  // namespace notes_export::layout
