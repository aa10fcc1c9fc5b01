/// Attributes in braces, and small marks at the edge of a block: a task's state, a property of Logseq's.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace notes_export::markdown {

/// `#id .class key=value key="value"`: views into the text that was read.
struct AttributeList {
    std::string_view id;       ///< without `#`; may be empty
    std::string_view kind;     ///< the first class, without its dot; may be empty
    bool only_classes = true;  ///< nothing else
    std::vector<std::pair<std::string_view, std::string_view>> values;

    /// Empty where there is none.
    std::string_view value(std::string_view key) const;
};

/// What stands between the braces of `{#id .class key=value}`, as Pandoc, mdBook, Hugo, Python-Markdown and (with a
/// colon, and names that refer to other lists: `{: #id name}`) kramdown have it. Nothing when it holds anything else.
std::optional<AttributeList> read_attribute_list(std::string_view inside);

struct HeadingAttributes {
    std::string_view id;    ///< without `#`; may be empty
    std::size_t begin = 0;  ///< where the braces and the blanks before them begin: what is to be left out
};

/// `# Title {#id .class}`: the attributes at the end of a heading's source.
std::optional<HeadingAttributes> heading_attributes(std::string_view heading);

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
