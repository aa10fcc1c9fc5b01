#include "markdown/dialect/mapped_text.hpp"

#include <algorithm>

namespace notes_export::markdown {

std::uint32_t MappedText::to_source(std::uint32_t offset) const {
    const auto behind = std::upper_bound(origins.begin(), origins.end(), offset,
                                         [](std::uint32_t at, const Origin& origin) { return at < origin.local; });
    const Origin& origin = *(behind - 1);
    return origin.source + (offset - origin.local);
}

SourceSpan MappedText::to_source(Range range) const {
    const std::uint32_t begin = to_source(range.begin);
    return {begin, range.size() == 0 ? begin : to_source(range.end - 1) + 1};
}

MappedText excerpt(const MappedText& from, const std::vector<Range>& lines) {
    MappedText out;
    for (const Range line : lines) {
        out.origins.push_back({static_cast<std::uint32_t>(out.text.size()), from.to_source(line.begin)});
        out.text += slice(from.text, line);
        out.text += '\n';
    }
    if (out.origins.empty()) out.origins.push_back({});
    return out;
}

}  // namespace notes_export::markdown
