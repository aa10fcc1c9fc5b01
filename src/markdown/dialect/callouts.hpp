/// Heads of callouts: `[!kind]± Title`, the first line of a quote.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace notes_export::markdown {

struct CalloutHead {
    std::string kind = {};           ///< lower case
    char fold = 0;                   ///< '+' open, '-' closed, 0 when it does not fold
    std::string_view metadata = {};  ///< behind the kind's bar: "[!note|right]"
    std::string_view title = {};     ///< view into the line; empty when there is none
};

/// Reads a line of the source behind its `>`. The kind is a word: letters of any script, digits, `-`, `_`, blanks.
std::optional<CalloutHead> callout_head(std::string_view line);

/// mdBook's fence: "admonish warning", "admonish info title=\"Title\" collapsible=true", "admonish tip \"Title\"".
/// The kind is "note" when the info string has none. "ad-warning" is the fence of Obsidian's Admonition plugin. Nothing
/// when the fence is another.
std::optional<CalloutHead> admonish_fence(std::string_view info);

}  // namespace notes_export::markdown
