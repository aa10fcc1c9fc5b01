#include "archive/backlinks.hpp"

#include "archive/references.hpp"

namespace notes_export::archive {

void collect_backlinks(std::vector<Note>& notes, const std::vector<Anchor>& anchors) {
    const auto point = [&](const Note& from, const LinkTarget& target) {
        const auto* anchor = std::get_if<AnchorId>(&target);
        if (!anchor) return;
        const NoteId to = anchors[anchor->value].note;
        // Notes come in order, so a repetition can only be the last one there.
        std::vector<NoteId>& others = notes[to.value].linked_from;
        if (to != from.id && (others.empty() || others.back() != from.id)) others.push_back(from.id);
    };
    for (const Note& note : notes)
        for_each_node(
            note,
            [&](const Block& block) {
                if (const auto* embed = std::get_if<Embed>(&block.node)) point(note, embed->origin);
            },
            [&](const Inline& item) {
                if (const auto* link = std::get_if<Link>(&item.node)) point(note, link->target);
            });
}

}  // namespace notes_export::archive
