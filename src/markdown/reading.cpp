#include "markdown/reading.hpp"

#include <algorithm>

namespace notes_export::markdown {

std::uint32_t Reading::origin(std::uint32_t at) const {
    if (segments.size() == 1) return at - segments.front().local + segments.front().origin;
    auto behind = std::upper_bound(segments.begin(), segments.end(), at,
                                   [](std::uint32_t offset, const Segment& s) { return offset < s.local; });
    if (behind != segments.begin()) --behind;
    return behind->origin + (at - behind->local);
}

Reading reading_of(const Excerpt& excerpt, std::string_view original, const std::vector<Mark>& marks) {
    Reading reading{.masked = excerpt.masked, .original = original, .segments = {}, .marks = &marks};
    std::uint32_t local = 0;
    for (const SourceSpan line : excerpt.lines) {
        reading.segments.push_back({local, line.begin});
        local += line.end - line.begin + 1;
    }
    if (reading.segments.empty()) reading.segments.push_back({0, 0});
    return reading;
}

}  // namespace notes_export::markdown
