#include "epub/tag_shelf.hpp"

#include <algorithm>
#include <unordered_map>

#include "unicode/text.hpp"

namespace notes_export::epub {
namespace {

/// Lines of one file: each is about 150 bytes.
constexpr std::size_t most_lines = 1'000;

}  // namespace

std::vector<std::vector<TagSlice>> shelve_tags(const Archive& archive) {
    std::vector<std::vector<TagSlice>> files;
    if (archive.tags.empty()) return files;
    files.emplace_back();
    // The list of all tags stands in the first file.
    std::size_t lines = std::min(archive.tags.size(), most_lines);
    for (std::uint32_t tag = 0; tag < archive.tags.size(); ++tag) {
        const std::size_t count = archive.tags[tag].notes.size();
        if (lines > 0 && lines + count > most_lines) {
            files.emplace_back();
            lines = 0;
        }
        for (std::size_t begin = 0; begin < count; begin += most_lines) {
            if (begin > 0) files.emplace_back();
            const std::size_t end = std::min(begin + most_lines, count);
            files.back().push_back({tag, begin, end});
            lines = begin > 0 ? end - begin + 1 : lines + end - begin + 1;
        }
    }
    return files;
}

std::vector<std::string> tag_ids(const Archive& archive) {
    std::vector<std::string> ids;
    std::unordered_map<std::string, std::size_t> taken;
    for (const TagEntry& tag : archive.tags) {
        std::string id = "tag." + unicode::ascii_slug(tag.name);
        if (const std::size_t times = ++taken[id]; times > 1) id += "." + std::to_string(times);
        ids.push_back(std::move(id));
    }
    return ids;
}

}  // namespace notes_export::epub
