/// Kinds of callouts: Obsidian's and their synonyms, GitHub's five, mdBook's.
#pragma once

#include <string>
#include <string_view>

namespace notes_export {

struct CalloutKind {
    std::string_view name;  ///< as notes write it
    std::string_view word;  ///< key of its word in `styles/strings`; synonyms share one
    bool warns = false;     ///< the reader had better not miss it
};

/// Null for a kind that nobody knows.
const CalloutKind* find_callout_kind(std::string_view name);

/// An unknown kind as a word: "my-kind" is "My kind".
std::string callout_word(std::string_view name);

/// Whether a title says no more than the kind's word does, case aside (ASCII).
bool same_words(std::string_view a, std::string_view b);

}  // namespace notes_export
