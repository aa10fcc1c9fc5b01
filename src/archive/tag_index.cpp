#include "archive/tag_index.hpp"

#include <algorithm>
#include <unordered_map>

#include "unicode/text.hpp"

namespace notes_export::archive {

std::vector<TagEntry> index_tags(std::vector<Note>& notes) {
    std::vector<TagEntry> index;
    std::unordered_map<std::string, std::size_t> places;
    for (Note& note : notes)
        for (std::string& tag : note.tags) {
            const auto [place, added] = places.emplace(unicode::match_key(tag), index.size());
            if (added) index.push_back({tag, {}});
            tag = index[place->second].name;
            index[place->second].notes.push_back(note.id);
        }
    std::ranges::stable_sort(
        index, [](const TagEntry& a, const TagEntry& b) { return unicode::natural_less(a.name, b.name); });
    return index;
}

}  // namespace notes_export::archive
