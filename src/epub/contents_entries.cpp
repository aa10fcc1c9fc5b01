#include "epub/contents_entries.hpp"

namespace notes_export::epub {
namespace {

/// Beyond it a navigation document nears what old readers can load.
constexpr std::size_t most_entries = 2'000;

std::size_t count(const std::vector<ContentsEntry>& entries, int depth) {
    std::size_t sum = 0;
    if (depth > 0)
        for (const ContentsEntry& entry : entries) sum += 1 + count(entry.children, depth_below(entry, depth));
    return sum;
}

}  // namespace

int depth_below(const ContentsEntry& entry, int depth) {
    return !entry.note && entry.grouping == Grouping::range ? depth : depth - 1;
}

bool is_crowded(const std::vector<ContentsEntry>& contents, int depth) {
    return count(contents, depth) > most_entries;
}

bool has_page(const Book& book, const ContentsEntry& entry) {
    return !entry.note && book.shelves.page_of(entry) != UINT32_MAX;
}

std::string href(const Book& book, const ContentsEntry& entry) {
    if (entry.note) return href_of(book.archive.note(*entry.note).anchor, book.archive, book.shelves.places);
    if (const std::uint32_t page = book.shelves.page_of(entry); page != UINT32_MAX)
        return book.shelves.places.files[page];
    // A part without a page of its own begins with its first note.
    for (const ContentsEntry& child : entry.children)
        if (std::string found = href(book, child); !found.empty()) return found;
    return {};
}

}  // namespace notes_export::epub
