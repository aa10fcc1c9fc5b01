/// Where in a Markdown text marks can stand: md4c's own answer to what is code, HTML, an address or a container.
///
/// A mark is looked for only in the lines of a leaf block (paragraph, heading, table row), outside what is opaque,
/// and never reaches over the leaf's end.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace notes_export::markdown {

/// Half-open range of offsets into the text that was asked about (not yet into the source).
struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    bool operator==(const Range&) const = default;
    std::uint32_t size() const { return end - begin; }
};

inline std::string_view slice(std::string_view text, Range range) {
    return text.substr(range.begin, range.size());
}

/// Bytes within a leaf that are not running text.
struct Opaque {
    enum class Kind {
        code,     ///< a code span with its backticks
        html,     ///< an inline tag or comment
        address,  ///< a link's destination and title, an autolink
        taken,    ///< a mark that was found before
    };
    Range range;
    Kind kind = Kind::code;
};

/// A block that holds inlines. Its lines are without the containers' prefixes and the heading's `#`s.
struct Leaf {
    enum class Kind { paragraph, heading, row };
    Kind kind = Kind::paragraph;
    std::vector<Range> lines;
};

/// A code block's content lines.
struct CodeRegion {
    Range range;  ///< from its first to behind its last content byte; empty when it has none
    bool fenced = false;
};

struct Structure {
    std::vector<Leaf> leaves;      ///< in order
    std::vector<Opaque> opaque;    ///< in order, not overlapping
    std::vector<CodeRegion> code;  ///< in order
    std::vector<Range> links;      ///< texts of links that are no autolinks, with their opening brackets; in order
};

/// One pass of md4c over `text`.
Structure read_structure(std::string_view text);

}  // namespace notes_export::markdown
