#include "archive/index_note.hpp"

#include <string>

#include "archive/paths.hpp"
#include "unicode/text.hpp"

namespace notes_export::archive {

bool is_index_name(std::string_view path) {
    const std::string_view stem = stem_of(path);
    if (stem.size() < 5 || stem.size() > 6) return false;
    const std::string folded = unicode::lower(stem);
    return folded == "readme" || folded == "index" || folded == "_index";
}

bool lists_most(std::size_t named, std::size_t others) {
    constexpr std::size_t least = 3;
    return named >= least && named * 2 >= others;
}

}  // namespace notes_export::archive
