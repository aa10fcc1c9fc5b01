/// What stands for Markdown's own elements in what the HTML parser reads: elements of HTML that nobody writes any more.
/// An event's placeholder names events [i, j) in its attributes.
#pragma once

#include <string_view>

namespace notes_export::markdown {

inline constexpr std::string_view block_placeholder = "hgroup";
inline constexpr std::string_view span_placeholder = "blink";
inline constexpr std::string_view text_placeholder = "spacer";
/// Elements that have rules of their own in a browser; attribute `k` is their name.
inline constexpr std::string_view generic_placeholder = "multicol";

}  // namespace notes_export::markdown
