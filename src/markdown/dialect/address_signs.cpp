#include "markdown/dialect/address_signs.hpp"

namespace notes_export::markdown {

std::vector<Range> address_signs(std::string_view text, const Structure& structure) {
    std::vector<Range> found;
    for (const Opaque& opaque : structure.opaque) {
        const std::string_view tail = slice(text, opaque.range);
        // Escapes and entities are undone by md4c itself, so such a destination is not read from the source.
        if (opaque.kind != Opaque::Kind::address || !tail.starts_with("](") ||
            tail.find_first_of("\\&\n") != std::string_view::npos)
            continue;
        for (std::size_t at = tail.find_first_of(":@w"); at != std::string_view::npos;
             at = tail.find_first_of(":@w", at + 1)) {
            if (tail[at] == 'w' && !tail.substr(at).starts_with("www.")) continue;
            const auto sign = opaque.range.begin + static_cast<std::uint32_t>(at) + (tail[at] == 'w' ? 3 : 0);
            found.push_back({sign, sign + 1});
        }
    }
    return found;
}

}  // namespace notes_export::markdown
