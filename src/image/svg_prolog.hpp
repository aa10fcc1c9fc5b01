/// What stands before an SVG's first element, and that element's start tag: enough to know a file for an SVG and how
/// large it is without parsing the rest.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace notes_export::image {

struct SvgRoot {
    std::size_t begin = 0;    ///< offset of the root's `<`
    std::string_view tag;     ///< its start tag without `<` and `>`
    std::string_view subset;  ///< internal subset of the DOCTYPE, where entities are declared; may be empty
};

/// Nothing when the first element is not an `svg`.
std::optional<SvgRoot> svg_root(std::string_view text);

/// An attribute's value as written, entities not resolved; empty when there is none of that name.
std::string_view attribute_of(std::string_view tag, std::string_view name);

}  // namespace notes_export::image
