/// How the elements of HTML nest, as far as it matters for reading notes.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace notes_export::markdown {

/// How an element nests (HTML, 13.2.4.2 and 13.2.6.4.7), and what becomes of it.
enum class Nesting : std::uint8_t {
    inline_,        ///< any other element
    formatting,     ///< reopened when another element ended it too early: b, i, a …
    block,          ///< ends a paragraph
    paragraph,      ///< p
    item,           ///< li, dd, dt
    table,          ///< table, caption, thead, tbody, tfoot, tr
    cell,           ///< td, th
    empty,          ///< has no content: br, img
    generic,        ///< has rules of its own in a browser; here it only encloses: form, video, button
    generic_empty,  ///< likewise without content: input, source
    raw,            ///< its content is no text: script, style
    vector,         ///< svg
};

/// Nothing when HTML (or MathML) has no such element. `name` in lower case.
std::optional<Nesting> nesting_of(std::string_view name);

}  // namespace notes_export::markdown
