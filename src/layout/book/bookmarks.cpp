#include "layout/book/bookmarks.hpp"

#include <algorithm>
#include <utility>

#include "document/walk.hpp"

namespace notes_export::layout {
namespace {

/// More open entries than this are no longer taken in at a glance.
constexpr std::size_t glance = 40;

Place place_of(AnchorId anchor, const PagedBook& book) {
    return anchor.value < book.anchors.size() ? book.anchors[anchor.value] : Place{};
}

/// Headings of a note nested by their levels. Those within quotes and embedded notes don't count.
std::vector<Bookmark> headings_of(const Note& note, const PagedBook& book, int levels) {
    std::vector<Bookmark> top;
    std::vector<std::pair<int, std::vector<Bookmark>*>> open{{0, &top}};
    for (const Block& block : note.blocks) {
        const auto* heading = std::get_if<Heading>(&block.node);
        if (!heading || heading->level > levels || !heading->anchor.valid()) continue;
        const Place place = place_of(heading->anchor, book);
        std::string title = plain_text(heading->children);
        if (place.page == UINT32_MAX || title.empty()) continue;
        while (open.size() > 1 && open.back().first >= heading->level) open.pop_back();
        std::vector<Bookmark>& siblings = *open.back().second;
        siblings.push_back({std::move(title), place, {}, false});
        open.emplace_back(heading->level, &siblings.back().children);
    }
    return top;
}

std::vector<Bookmark> entries_of(const std::vector<ContentsEntry>& entries, const Archive& archive,
                                 const PagedBook& book, int levels) {
    std::vector<Bookmark> bookmarks;
    if (levels < 1) return bookmarks;
    for (const ContentsEntry& entry : entries) {
        Bookmark bookmark;
        bookmark.title = entry.title;
        // A range only keeps a level short.
        const bool range = !entry.note && entry.grouping == Grouping::range;
        std::vector<Bookmark> below = entries_of(entry.children, archive, book, range ? levels : levels - 1);
        if (entry.note) {
            const Note& note = archive.note(*entry.note);
            bookmark.place = place_of(note.anchor, book);
            if (levels > 1) bookmark.children = headings_of(note, book, levels - 1);
        } else if (!below.empty()) {
            bookmark.place = below.front().place;
        } else if (!entry.children.empty()) {
            const std::vector<Bookmark> deeper = entries_of(entry.children, archive, book, 64);
            if (!deeper.empty()) bookmark.place = deeper.front().place;
        }
        bookmark.children.insert(bookmark.children.end(), std::make_move_iterator(below.begin()),
                                 std::make_move_iterator(below.end()));
        if (bookmark.place.page != UINT32_MAX) bookmarks.push_back(std::move(bookmark));
    }
    return bookmarks;
}

/// Opens whole levels from the top while what is open can be taken in at a glance.
void open_levels(std::vector<Bookmark>& top) {
    std::vector<Bookmark*> level;
    level.reserve(top.size());
    for (Bookmark& bookmark : top) level.push_back(&bookmark);
    std::size_t shown = level.size();
    while (!level.empty()) {
        std::vector<Bookmark*> below;
        for (Bookmark* bookmark : level)
            for (Bookmark& child : bookmark->children) below.push_back(&child);
        shown += below.size();
        if (shown > glance) return;
        for (Bookmark* bookmark : level) bookmark->open = !bookmark->children.empty();
        level = std::move(below);
    }
}

}  // namespace

std::vector<Bookmark> bookmarks_of(const Archive& archive, const PagedBook& book, int depth) {
    std::vector<Bookmark> bookmarks = entries_of(archive.contents, archive, book, std::max(depth, 1));
    open_levels(bookmarks);
    return bookmarks;
}

}  // namespace notes_export::layout
