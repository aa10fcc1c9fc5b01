/// Tags within raw HTML, as they are written.
#pragma once

#include <string>
#include <string_view>

namespace notes_export::markdown {

struct HtmlTag {
    enum class Kind { none, opening, closing, comment };
    Kind kind = Kind::none;
    std::string name;             ///< lower case
    std::string_view attributes;  ///< between name and bracket, without a slash at the end
    bool self_closing = false;
    std::size_t end = 0;  ///< behind it, an offset into the text; npos: a comment without an end
};

/// The last places in a text where a tag or the like can end: one that never does is not looked for time and again.
struct LastEnds {
    explicit LastEnds(std::string_view html)
        : bracket(html.rfind('>')), comment(html.rfind("-->")), instruction(html.rfind("?>")) {}

    std::size_t bracket, comment, instruction;  ///< npos: there is none
};

/// The tag, comment, declaration or instruction whose `<` stands at `at`. `none`: it is just a character.
HtmlTag read_tag(std::string_view html, std::size_t at, const LastEnds& last);

/// Attributes without the quotation mark that none of them closes: the parser would look for its end in what follows.
std::string closed_attributes(std::string_view attributes);

}  // namespace notes_export::markdown
