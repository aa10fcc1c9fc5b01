/// Small marks at the edge of a block: a heading's `{#id .class}`, a task's state, a property of Logseq's.
#pragma once

#include <optional>
#include <string_view>

namespace notes_export::markdown {

struct Attributes {
    std::string_view id;    ///< without `#`; may be empty
    std::size_t begin = 0;  ///< where the braces and the blanks before them begin: what is to be left out
};

/// `# Title {#id .class key=value}`: the attributes at the end of a heading's source, as Pandoc, mdBook, Hugo and
/// kramdown (`{: #id}`) have them. Nothing when the braces hold anything else.
std::optional<Attributes> heading_attributes(std::string_view heading);

/// State of the task whose item's text begins with `[-] `: the character in the brackets, which md4c knows only as
/// ' ', 'x' and 'X'. Nothing for a link, a footnote, an escape or more than one character. All are ASCII.
std::optional<char> task_state(std::string_view item);

struct Property {
    std::string_view key, value;
    bool technical = false;  ///< says nothing to a reader: "id", "collapsed"
};

/// `key:: value`, a line of Logseq's.
std::optional<Property> property_line(std::string_view line);

}  // namespace notes_export::markdown
