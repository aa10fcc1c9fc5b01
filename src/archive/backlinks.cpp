#include "archive/backlinks.hpp"

#include <algorithm>

#include "archive/draft.hpp"
#include "archive/index_note.hpp"
#include "archive/paths.hpp"
#include "archive/walk_note.hpp"

namespace notes_export::archive {
namespace {

/// The notes that a note points to, in order, without repetition.
std::vector<NoteId> pointed_to(const Note& from, const std::vector<Anchor>& anchors) {
    std::vector<NoteId> targets;
    const auto point = [&](const LinkTarget& target) {
        if (const auto* anchor = std::get_if<AnchorId>(&target))
            if (const NoteId to = anchors[anchor->value].note; to != from.id) targets.push_back(to);
    };
    for_each_node(
        from,
        [&](const Block& block) {
            if (const auto* embed = std::get_if<Embed>(&block.node)) point(embed->origin);
        },
        [&](const Inline& item) {
            if (const auto* link = std::get_if<Link>(&item.node)) point(link->target);
        });
    std::ranges::sort(targets);
    const auto repeated = std::ranges::unique(targets);
    targets.erase(repeated.begin(), repeated.end());
    return targets;
}

/// A README or index at the root that names at least half of the notes.
bool lists_the_archive(const Note& note, std::size_t named, const Archive& archive) {
    if (!lists_most(named, archive.notes.size() - 1)) return false;
    const std::string& path = archive.sources[note.source.value]->path;
    return is_index_name(path) && folder_of(path).empty();
}

}  // namespace

void collect_backlinks(Archive& archive) {
    for (const Note& note : archive.notes) {
        const std::vector<NoteId> targets = pointed_to(note, archive.anchors);
        if (lists_the_archive(note, targets.size(), archive)) continue;
        for (const NoteId to : targets) archive.notes[to.value].linked_from.push_back(note.id);
    }
}

}  // namespace notes_export::archive
