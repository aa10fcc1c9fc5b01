#include "layout/book/tag_pages.hpp"

#include "layout/blocks/blocks.hpp"
#include "layout/blocks/inlines.hpp"
#include "layout/book/list_matter.hpp"
#include "layout/book/page_lines.hpp"
#include "locale/words.hpp"

namespace notes_export::layout {
namespace {

class TagIndex {
public:
    explicit TagIndex(Compositor& compositor) : compositor_(compositor), lines_(compositor, true, ListedDate::full) {}

    void set(const Frame& frame) {
        set_list_title(compositor_, std::string(locale::word("tags", compositor_.note.language)), frame);
        const ElementId list = compositor_.element(Role::contents, frame.parent);
        for (const TagEntry& tag : compositor_.book.archive.tags) set_tag(tag, frame, list);
    }

private:
    void set_tag(const TagEntry& tag, const Frame& frame, ElementId list) {
        const ElementId item = compositor_.element(Role::contents_item, list);
        Frame head = frame;
        head.setting = Setting::ragged;
        head.flush = true;
        head.leading = compositor_.pt(11.6);
        head.text = label_style(frame, compositor_.pt(8.4), true);
        compositor_.space(compositor_.design().grid);
        const std::size_t first = set_pieces(compositor_, {words("#" + tag.name, head.text, item)}, head);
        compositor_.keep_together(first, break_costs::heading);
        compositor_.keep_with_next();
        const Frame inner = indented(frame, inset(compositor_, frame, compositor_.pt(12)));
        const ElementId notes = compositor_.element(Role::contents, item);
        for (const NoteId id : tag.notes) {
            const Note& note = compositor_.book.archive.note(id);
            const std::string title =
                note.title.empty() ? std::string(locale::word("introduction", compositor_.note.language)) : note.title;
            lines_.set(title, id, ListedDate::full, inner, compositor_.element(Role::contents_item, notes));
        }
    }

    Compositor& compositor_;
    PageLines lines_;
};

}  // namespace

SetNote set_tag_index(const BookContext& book, const Note& index) {
    return set_list(book, index, [](Compositor& compositor, const Frame& frame) { TagIndex(compositor).set(frame); });
}

}  // namespace notes_export::layout
