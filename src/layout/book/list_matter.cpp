#include "layout/book/list_matter.hpp"

#include <utility>

#include "layout/blocks/blocks.hpp"
#include "layout/blocks/inlines.hpp"
#include "locale/words.hpp"

namespace notes_export::layout {

void set_list_title(Compositor& compositor, std::string title, const Frame& frame) {
    Frame inner = frame;
    inner.setting = Setting::ragged;
    inner.leading = compositor.design().title_leading;
    inner.text.size = compositor.design().title_size;
    inner.text.font.bold = true;
    inner.text.features.old_style_figures = false;
    const ElementId heading = compositor.element(Role::h1, frame.parent);
    set_pieces(compositor, {words(std::move(title), inner.text, heading)}, inner);
    compositor.keep_together(0, break_costs::never);
    compositor.galley().strips.back().snap = true;
    compositor.keep_with_next();
    compositor.space(compositor.design().leading);
}

Note list_note(const Archive& archive, std::string_view word) {
    Note note;
    note.title = locale::word(word, archive.metadata.language);
    note.language = archive.metadata.language;
    note.direction = archive.metadata.direction;
    return note;
}

SetNote set_list(const BookContext& book, const Note& note, const std::function<void(Compositor&, const Frame&)>& set) {
    Compositor compositor(book, note);
    const Frame frame = text_frame(compositor, compositor.element(Role::section, {}));
    SetNote made;
    made.body = compositor.apart([&] { set(compositor, frame); });
    made.height = height_of(made.body);
    made.elements = std::move(compositor.elements);
    made.links = std::move(compositor.links);
    made.places = compositor.places;
    return made;
}

}  // namespace notes_export::layout
