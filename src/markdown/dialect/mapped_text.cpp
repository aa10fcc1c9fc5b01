#include "markdown/dialect/mapped_text.hpp"

#include <algorithm>

namespace notes_export::markdown {

std::uint32_t MappedText::to_source(std::uint32_t offset) const {
    const auto behind = std::upper_bound(origins.begin(), origins.end(), offset,
                                         [](std::uint32_t at, const Origin& origin) { return at < origin.local; });
    const Origin& origin = *(behind - 1);
    return origin.inserted ? origin.source : origin.source + (offset - origin.local);
}

SourceSpan MappedText::to_source(Range range) const {
    const std::uint32_t begin = to_source(range.begin);
    if (range.size() == 0) return {begin, begin};
    return {begin, std::max(begin, to_source(range.end - 1) + 1)};
}

void Rewriter::keep(Range range) {
    if (range.begin >= range.end) return;
    const auto& origins = from_.origins;
    while (origin_ + 1 < origins.size() && origins[origin_ + 1].local <= range.begin) ++origin_;
    for (std::uint32_t at = range.begin; at < range.end;) {
        const MappedText::Origin& origin = origins[origin_];
        const bool last = origin_ + 1 == origins.size();
        const std::uint32_t end = last ? range.end : std::min(range.end, origins[origin_ + 1].local);
        const std::uint32_t source = origin.inserted ? origin.source : origin.source + (at - origin.local);
        out_.origins.push_back({static_cast<std::uint32_t>(out_.text.size()), source, origin.inserted});
        out_.text += slice(from_.text, {at, end});
        at = end;
        if (at < range.end) ++origin_;
    }
}

void Rewriter::insert(std::string_view text, std::uint32_t at) {
    if (text.empty()) return;
    out_.origins.push_back({static_cast<std::uint32_t>(out_.text.size()), from_.to_source(at), true});
    out_.text += text;
}

MappedText excerpt(const MappedText& from, const std::vector<Range>& lines) {
    MappedText out;
    for (const Range line : lines) {
        out.origins.push_back({static_cast<std::uint32_t>(out.text.size()), from.to_source(line.begin), false});
        out.text += slice(from.text, line);
        out.text += '\n';
    }
    if (out.origins.empty()) out.origins.push_back({});
    return out;
}

}  // namespace notes_export::markdown
