#include "markdown/dialect/place.hpp"

#include <algorithm>

namespace notes_export::markdown {
namespace {

auto first_behind(const Structure& structure, std::uint32_t at) {
    return std::upper_bound(structure.opaque.begin(), structure.opaque.end(), at,
                            [](std::uint32_t offset, const Opaque& opaque) { return offset < opaque.range.begin; });
}

}  // namespace

const Opaque* opaque_at(const Structure& structure, std::uint32_t at) {
    const auto behind = first_behind(structure, at);
    if (behind == structure.opaque.begin() || (behind - 1)->range.end <= at) return nullptr;
    return &*(behind - 1);
}

bool is_code(const Structure& structure, std::uint32_t at) {
    if (const Opaque* opaque = opaque_at(structure, at)) return opaque->kind == Opaque::Kind::code;
    const auto behind =
        std::upper_bound(structure.code.begin(), structure.code.end(), at,
                         [](std::uint32_t offset, const CodeRegion& code) { return offset < code.range.begin; });
    return behind != structure.code.begin() && (behind - 1)->range.end > at;
}

bool in_link(const Structure& structure, std::uint32_t at) {
    const auto behind = std::ranges::upper_bound(structure.links, at, {}, &Range::begin);
    return behind != structure.links.begin() && at < std::prev(behind)->end;
}

bool holds_code(const Structure& structure, Range range) {
    // A formula holds few tags and addresses; the bound keeps a line of thousands from being walked for each mark.
    constexpr int most = 16;
    auto opaque = first_behind(structure, range.begin);
    for (int i = 0; i < most && opaque != structure.opaque.end() && opaque->range.begin < range.end; ++i, ++opaque)
        if (opaque->kind == Opaque::Kind::code || opaque->kind == Opaque::Kind::taken) return true;
    return opaque != structure.opaque.end() && opaque->range.begin < range.end;
}

}  // namespace notes_export::markdown
