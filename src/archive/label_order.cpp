#include "archive/label_order.hpp"

#include <cstddef>

#include "archive/paths.hpp"
#include "archive/walk_note.hpp"

namespace notes_export::archive {

std::string_view name_like_label(const Link& link) {
    if (link.reference != Reference::wikilink || link.children.size() != 1) return {};
    const auto* label = std::get_if<Text>(&link.children.front().node);
    const bool alone =
        label && (label->text == link.destination || link.destination.find('#') != std::string_view::npos);
    return label && !alone ? label->text : std::string_view();
}

bool labels_come_first(const std::vector<Draft>& drafts, const NoteNames& names) {
    std::size_t name_first = 0, label_first = 0;
    for (const Draft& draft : drafts) {
        const std::string_view folder = folder_of(draft.origin->path);
        for_each_node(
            draft.note, [](const Block&) {},
            [&](const Inline& item) {
                const auto* link = std::get_if<Link>(&item.node);
                const std::string_view label = link ? name_like_label(*link) : std::string_view();
                if (label.empty()) return;
                const bool first = names.by_name(folder, link->destination).source.has_value();
                const bool second = names.by_name(folder, label).source.has_value();
                if (first && !second) ++name_first;
                if (second && !first) ++label_first;
            });
    }
    return label_first > name_first;
}

}  // namespace notes_export::archive
