/// The elements of HTML, as far as they matter for reading notes.
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

/// Elements that Markdown's own take the place of in what the HTML parser reads; nobody writes them any more.
inline constexpr std::string_view block_placeholder = "hgroup";
inline constexpr std::string_view span_placeholder = "blink";
inline constexpr std::string_view text_placeholder = "spacer";
inline constexpr std::string_view generic_placeholder = "multicol";

}  // namespace notes_export::markdown
