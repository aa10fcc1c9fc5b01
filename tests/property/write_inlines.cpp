#include "property/note_writer.hpp"

namespace notes_export::property {

std::string NoteWriter::words(int depth) {
    std::string out = word();
    for (std::size_t i = random_.below(4); i > 0; --i) {
        out += random_.one_of({" ", " ", " ", ", ", " (", ") ", ": ", ". ", "-", " – ", " ‘", "’ "});
        out += piece(depth);
    }
    return out;
}

std::string NoteWriter::piece(int depth) {
    if (depth == 0) return word();
    switch (random_.below(6)) {
        case 0:
            return word();
        case 1:
            return html_piece(depth - 1);
        case 2:
            return literal_piece();
        case 3:
            return dialect_piece(depth - 1);
        default:
            return common_piece(depth - 1);
    }
}

std::string NoteWriter::common_piece(int depth) {
    switch (random_.below(25)) {
        case 0:
            return "*" + words(depth) + "*";
        case 1:
            return "**" + words(depth) + "**";
        case 2:
            return "_" + words(depth) + "_";
        case 3:
            return "~~" + words(depth) + "~~";
        case 4:
            return "==" + words(depth) + "==";
        case 5:
            return word() + "~" + word() + "~";
        case 6:
            return word() + "^" + word() + "^";
        case 7:
            return "`" + word() + " [[" + word() + "]] " + word() + "`";
        case 8:
            return "``" + word() + " ` " + word() + "``";
        case 9:
            return "[" + words(depth) + "](" + hidden() + ".md)";
        case 22:
            return "[" + words(depth) + "]{." + hidden() + "}";
        case 23:
            return "::" + words(depth) + "::";
        case 24:
            return "++" + words(depth) + "++";
        case 10:
            return "[" + words(depth) + "](https://example.org/" + hidden() + " \"" + hidden() + "\")";
        case 11:
            return "![" + word() + " " + word() + "](" + hidden() + ".png)";
        case 12:
            return "[" + word() + "][" + word() + "]";
        case 13:
            return "[[" + word() + "]]";
        case 14:
            return "[[" + hidden() + "#" + hidden() + "|" + word() + " *" + word() + "* <b>" + word() + "</b>]]";
        case 15:
            return "![[" + hidden() + ".png|300]]";
        case 16: {
            labels_.push_back(hidden());
            return word() + "[^" + labels_.back() + "]";
        }
        case 17:
            return word() + "^[" + word() + " " + words(depth) + "]";
        case 18:
            return "$" + word() + "_1 * " + word() + "$";
        case 19:
            return "#" + word();
        case 20:
            return "https://example.org/" + word() + " " + word();
        default:
            return word() + "\\\n" + word();
    }
}

std::string NoteWriter::literal_piece() {
    switch (random_.below(24)) {
        case 0:
            return "\\*" + word() + "\\*";
        case 1:
            return "\\[[" + word() + "]]";
        case 2:
            return "\\#" + word();
        case 3:
            return "\\==" + word() + "\\==";
        case 4:
            return "\\$" + word();
        case 5:
            return "$5 " + word() + " $6";
        case 6:
            return "**" + word();
        case 7:
            return "[" + word();
        case 8:
            return word() + "]";
        case 9:
            return "==" + word();
        case 10:
            return "[[" + word();
        case 11:
            return "&amp;" + word() + "&copy;";
        case 12:
            return word() + " < " + word() + " > " + word();
        case 13:
            return word() + std::string(5 + backticks_++, '`') + word();
        case 14:
            return "<" + word() + ">";
        case 15:
            return ":tada:" + word();
        case 16:
            return word() + " == " + word();
        case 17:
            return "[^" + word() + "]";
        case 18:
            return word() + "@example.org";
        case 19:
            return "((" + word() + "))";
        case 20:
            return "{" + word() + "}";
        case 21:
            return "<" + word();
        case 22:
            return "] (" + word();
        default:
            return "这是**" + word() + "。**后面";
    }
}

}  // namespace notes_export::property
