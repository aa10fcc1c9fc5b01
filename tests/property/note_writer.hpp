/// Notes made of all constructs of docs/markdown.md, each word of them a token that occurs once.
///
/// "wq17z" is a word of the text: a reader must find it. "hq17z" is part of an address or a name, which a reader may
/// find. "cq17z" stands in what is not shown: a comment, an attribute.
#pragma once

#include <string>
#include <vector>

#include "notes_export/source.hpp"
#include "property/lines.hpp"
#include "property/random.hpp"

namespace notes_export::property {

class NoteWriter {
public:
    NoteWriter(Random& random, Dialect dialect) : random_(random), dialect_(dialect) {}

    /// Tokens go on counting from one note to the next.
    std::string note();

private:
    std::string token(std::string_view kind);
    std::string word() { return token("wq"); }
    std::string hidden() { return token("hq"); }
    std::string comment() { return token("cq"); }

    // write_inlines.cpp
    std::string words(int depth = 2);
    std::string piece(int depth);
    std::string common_piece(int depth);
    std::string literal_piece();
    // write_blocks.cpp
    Lines paragraph();
    Lines heading();
    Lines list(int depth);
    Lines quote(int depth);
    Lines code();
    Lines table();
    std::string cell();
    Lines form(int depth);
    // write_html.cpp
    std::string html_piece(int depth);
    Lines html_block(int depth);
    // write_dialects.cpp
    std::string dialect_piece(int depth);
    Lines dialect_block(int depth);

    Lines blocks(int depth);
    Lines block(int depth);
    Lines front_matter();

    Random& random_;
    Dialect dialect_;
    std::size_t count_ = 0;
    std::size_t backticks_ = 0;        ///< runs of them that pair with no other
    int quotes_ = 0;                   ///< around what is written
    std::vector<std::string> labels_;  ///< footnotes that still want a definition
};

}  // namespace notes_export::property
