#include "source/note_ending.hpp"

#include <algorithm>
#include <array>

#include "support/ascii.hpp"

namespace notes_export::source {

bool has_note_ending(std::string_view path) {
    static constexpr std::array<std::string_view, 5> endings{".md", ".markdown", ".mdown", ".mkd", ".mdx"};
    const auto same_letter = [](char a, char b) { return ascii::lower(a) == b; };
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
        return path.size() > ending.size() && std::equal(path.end() - static_cast<std::ptrdiff_t>(ending.size()),
                                                         path.end(), ending.begin(), same_letter);
    });
}

}  // namespace notes_export::source
