#include "markdown/dialect/brackets.hpp"

#include <algorithm>

namespace notes_export::markdown {

std::vector<std::pair<std::uint32_t, std::uint32_t>> match_brackets(std::string_view text, const Structure& structure,
                                                                    const Leaf& leaf) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    std::vector<std::uint32_t> open;
    auto opaque = std::lower_bound(structure.opaque.begin(), structure.opaque.end(), leaf.lines.front().begin,
                                   [](const Opaque& range, std::uint32_t at) { return range.range.end <= at; });
    for (const Range line : leaf.lines)
        for (std::uint32_t at = line.begin; at < line.end; ++at) {
            while (opaque != structure.opaque.end() && opaque->range.end <= at) ++opaque;
            const bool hidden = opaque != structure.opaque.end() && opaque->range.begin <= at;
            // The brackets of a link's tail close that of its text.
            if (hidden && opaque->kind != Opaque::Kind::address) continue;
            if (text[at] == '\\' && !hidden) {
                ++at;
            } else if (text[at] == '[') {
                open.push_back(at);
            } else if (text[at] == ']' && !open.empty()) {
                if (open.back() > 0 && text[open.back() - 1] == '^') pairs.emplace_back(open.back(), at);
                open.pop_back();
            }
        }
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

}  // namespace notes_export::markdown
