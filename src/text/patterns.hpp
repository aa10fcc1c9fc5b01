/// Hyphenation patterns by Liang's algorithm ("Word Hy-phen-a-tion by Com-put-er", 1983), in the files that libhyphen
/// reads. Not by libhyphen itself: it takes three seconds to load the German patterns, more than a book takes.
/// Private to this part.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace notes_export::text {

/// One level of patterns: letters in a trie, at the end of each pattern its numbers.
class PatternTrie {
public:
    PatternTrie() : nodes_(1) {}

    /// A pattern as files have it: ".ab1c2d" in UTF-8.
    void add(std::string_view pattern);
    bool empty() const { return used_ == 0; }

    /// Raises `values` (one before each letter, one behind the last) by all patterns in the word. The word stands
    /// between full stops: "." letters ".".
    void apply(std::span<const char32_t> dotted_word, std::span<std::uint8_t> values) const;

private:
    struct Node {
        std::uint32_t numbers = 0;  ///< offset into `numbers_`; 0: no pattern ends here
        std::uint32_t count = 0;
    };
    struct Edge {
        std::uint64_t key = 0;  ///< node and letter; 0: free
        std::uint32_t to = 0;
    };
    std::size_t slot(std::uint64_t key) const;
    std::uint32_t child(std::uint32_t node, char32_t letter) const;
    std::uint32_t make_child(std::uint32_t node, char32_t letter);
    void grow();

    std::vector<Node> nodes_;
    std::vector<Edge> edges_;  ///< open addressing, a power of two
    std::vector<std::uint8_t> numbers_{0};
    std::size_t used_ = 0;
};

/// The patterns of a language.
struct Patterns {
    PatternTrie compounds;  ///< parts compound words; empty where the file has one level only
    PatternTrie words;
    std::size_t least_before = 2, least_after = 2;

    /// For each letter of a word in lower case: whether a hyphen may stand before it.
    std::vector<bool> points(std::span<const char32_t> word) const;
};

/// Reads a pattern file; `bytes` are in the charset that its first line names.
Patterns read_patterns(std::string_view bytes);

}  // namespace notes_export::text
