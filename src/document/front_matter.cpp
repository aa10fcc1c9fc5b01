#include <algorithm>

#include "notes_export/source.hpp"

namespace notes_export {

const FrontMatterField* FrontMatter::find(std::string_view key) const {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const FrontMatterField& field) { return field.key == key; });
    return found == fields.end() ? nullptr : &*found;
}

std::string_view FrontMatter::value(std::string_view key) const {
    const FrontMatterField* field = find(key);
    return field && !field->values.empty() ? std::string_view(field->values.front()) : std::string_view();
}

}  // namespace notes_export
