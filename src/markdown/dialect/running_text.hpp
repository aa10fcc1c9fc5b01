/// A walk over the bytes in which marks can begin.
#pragma once

#include <string_view>

#include "markdown/dialect/structure.hpp"

namespace notes_export::markdown {

inline bool is_ascii_punctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

/// Calls `visit(leaf, offset)` for each byte of the leaves' lines that is neither opaque nor part of an escape.
template <class Visit>
void for_each_running_byte(std::string_view text, const Structure& structure, const Visit& visit) {
    auto opaque = structure.opaque.begin();
    for (const Leaf& leaf : structure.leaves)
        for (const Range line : leaf.lines)
            for (std::uint32_t at = line.begin; at < line.end;) {
                while (opaque != structure.opaque.end() && opaque->range.end <= at) ++opaque;
                if (opaque != structure.opaque.end() && opaque->range.begin <= at) {
                    at = opaque->range.end;
                } else if (text[at] == '\\' && at + 1 < line.end && is_ascii_punctuation(text[at + 1])) {
                    at += 2;
                } else {
                    visit(leaf, at++);
                }
            }
}

}  // namespace notes_export::markdown
