#include "epub/file_names.hpp"

#include "unicode/text.hpp"

namespace notes_export::epub {

std::string FileNames::claim(std::string_view folder, std::string_view wanted, std::string_view otherwise,
                             std::string_view ending) {
    constexpr std::size_t longest = 60;
    std::string slug = unicode::ascii_slug(wanted).substr(0, longest);
    while (slug.ends_with('-')) slug.pop_back();
    if (slug.empty()) slug = otherwise;
    std::string name = std::string(folder) + slug;
    for (;;) {
        const unsigned times = ++taken_[name + std::string(ending)];
        if (times == 1) return name + std::string(ending);
        name = std::string(folder) + slug + '-' + std::to_string(times);
    }
}

}  // namespace notes_export::epub
