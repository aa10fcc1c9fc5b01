#include "property/mutation.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace notes_export::property {
namespace {

std::size_t short_length(Random& random) {
    return 1 + random.below(random.one_in(4) ? 40 : 3);
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        lines.push_back(text.substr(at, end - at));
        at = end;
    }
    return lines;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& line : lines) out += line;
    return out;
}

std::string with_lines_moved(const std::string& text, Random& random) {
    std::vector<std::string> lines = lines_of(text);
    if (lines.empty()) return text;
    switch (random.below(3)) {
        case 0:
            std::swap(lines[random.below(lines.size())], lines[random.below(lines.size())]);
            break;
        case 1:
            lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(random.below(lines.size())),
                         lines[random.below(lines.size())]);
            break;
        default:
            lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(random.below(lines.size())));
    }
    return joined(lines);
}

std::string_view mark(Random& random) {
    return random.one_of(
        {"*",    "_",  "`",    "[",    "]",        "(",       ")",      "<",      ">",   "|",         "\\",  "$",
         "$$",   "==", "~",    "^",    "%%",       "[[",      "]]",     "![[",    "[^",  "]:",        "{{",  "}}",
         "{%",   "%}", "<!--", "-->",  "<b>",      "</b>",    "<td>",   "</div>", "<p>", "```",       "~~~", "---",
         "> ",   "- ", "1. ",  "# ",   "    ",     "\t",      "\n",     "\n\n",   ":::", "!!! ",      "::",  "&",
         "\r\n", "\r", "\xFF", "\xC3", "\u00A0",   "\u200F",  "\u3000", "=",      "\"",  "'",         "{",   "}",
         "@",    "#",  "!",    ":",    "</table>", "<table>", "<pre>",  "</pre>", "<a>", "| |\n|-|\n"});
}

}  // namespace

std::string mutated(std::string note, Random& random) {
    for (std::size_t i = 1 + random.below(6); i > 0 && !note.empty(); --i) {
        const std::size_t at = random.below(note.size());
        switch (random.below(8)) {
            case 0:
                note.erase(at, short_length(random));
                break;
            case 1:
                note.insert(at, note.substr(at, short_length(random)));
                break;
            case 2:
                std::swap(note[at], note[random.below(note.size())]);
                break;
            case 3:
                if (random.one_in(4)) note.resize(at);
                break;
            case 4:
                note = with_lines_moved(note, random);
                break;
            case 5:
                if (const std::size_t end = note.find('\n', at); end != std::string::npos) note.erase(end, 1);
                break;
            default:
                note.insert(at, mark(random));
        }
    }
    return note;
}

}  // namespace notes_export::property
