#include "archive/draft.hpp"
#include "unicode/text.hpp"

namespace notes_export::archive {

std::string_view folder_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

std::string_view file_name_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view stem_of(std::string_view path) {
    const std::string_view name = file_name_of(path);
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

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
