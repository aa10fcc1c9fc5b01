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

/// The tag, comment, declaration or instruction whose `<` stands at `at`. `none`: it is just a character.
HtmlTag read_tag(std::string_view html, std::size_t at);

}  // namespace notes_export::markdown
