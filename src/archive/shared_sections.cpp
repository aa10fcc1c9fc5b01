#include "archive/shared_sections.hpp"

#include <string_view>
#include <utility>
#include <variant>

#include "archive/index_note.hpp"
#include "archive/paths.hpp"
#include "document/walk.hpp"
#include "unicode/text.hpp"

namespace notes_export::archive {
namespace {

/// The first `#` heading where another one follows; else nothing.
const Heading* first_of_several(const Blocks& blocks) {
    const Heading* first = nullptr;
    for (const Block& block : blocks) {
        const auto* heading = std::get_if<Heading>(&block.node);
        if (!heading || heading->level != 1) continue;
        if (first) return first;
        first = heading;
    }
    return nullptr;
}

bool bears_project_name(std::string_view path) {
    const bool index = is_index_name(path);
    return index ? folder_of(path).empty() : unicode::lower(stem_of(path)).starts_with("readme");
}

}  // namespace

std::unordered_set<std::string> shared_sections(const std::vector<Document>& documents) {
    std::unordered_set<std::string> once, shared;
    for (const Document& document : documents) {
        const Heading* heading =
            bears_project_name(document.source->path) ? nullptr : first_of_several(document.blocks);
        if (!heading) continue;
        std::string key = unicode::match_key(plain_text(heading->children));
        if (!once.insert(key).second) shared.insert(std::move(key));
    }
    return shared;
}

}  // namespace notes_export::archive
