#include "layout/blocks/blocks.hpp"
#include "layout/blocks/inlines.hpp"

namespace notes_export::layout {

void set_block(Compositor& compositor, const DefinitionList& list, const Frame& frame) {
    const ElementId element = compositor.element(Role::list, frame.parent);
    Frame inner = indented(frame, inset(compositor, frame, compositor.pt(13)));
    Frame term_frame = frame;
    term_frame.text.font.bold = true;
    term_frame.text.hyphenate = false;
    term_frame.setting = Setting::ragged;
    compositor.space(compositor.design().grid);
    for (const DefinitionItem& item : list.items) {
        const ElementId item_element = compositor.element(Role::list_item, element);
        for (const Inlines& term : item.terms) {
            const ElementId label = compositor.element(Role::label, item_element);
            std::vector<Piece> pieces = pieces_of(compositor, term, term_frame, label);
            if (pieces.empty()) continue;
            const std::size_t first = set_pieces(compositor, std::move(pieces), term_frame);
            compositor.keep_together(first, break_costs::heading);
            compositor.keep_with_next();
        }
        for (const Blocks& definition : item.definitions) {
            inner.parent = compositor.element(Role::list_body, item_element);
            set_below(compositor, definition, inner);
        }
        compositor.space(compositor.design().grid);
    }
}

}  // namespace notes_export::layout
