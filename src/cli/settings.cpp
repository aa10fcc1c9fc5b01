#include "cli/settings.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace notes_export::cli {
namespace {

constexpr std::string_view output = "Output", choose = "Choose", about = "About the book", body = "Text", look = "Look",
                           run = "Run";
using enum ValueKind;

constexpr std::array table{
    Setting{"epub", "", path, "FILE", output, "Write an EPUB 3; - is stdout", true, true},
    Setting{"pdf", "", path, "FILE", output, "Write a typeset PDF; - is stdout", true, true},
    Setting{"since", "", text, "DATE", choose, "Notes from this day on: 2024, 2024-02, 2024-02-13"},
    Setting{"until", "", text, "DATE", choose, "Notes up to this day, month or year, inclusively"},
    Setting{"tag", "", list, "TAG", choose, "Notes with this tag, or one below it (repeatable)"},
    Setting{"drafts", "", flag, "", choose, "Take drafts of Hugo and Jekyll sites in"},
    Setting{"exclude", "", list, "GLOB", choose, "Leave out notes by path: drafts/** (repeatable)"},
    Setting{"sort", "", text, "ORDER", choose, "date, -date (newest first), path or title"},
    Setting{"split", "", text, "HOW", choose, "A file's notes begin at: auto, h1, h2 or none"},
    Setting{"title", "", text, "TEXT", about, "Title of the book"},
    Setting{"author", "", list, "NAME", about, "Author (repeatable)"},
    Setting{"language", "", text, "TAG", about, "Language, as BCP 47 has it: en, pt-BR"},
    Setting{"description", "", text, "TEXT", about, "What the book is about"},
    Setting{"identifier", "", text, "ID", about, "Identifier, such as an ISBN or a URN"},
    Setting{"line-breaks", "", text, "HOW", body, "Line ends in paragraphs: auto, keep or join"},
    Setting{"smart", "", flag, "", body, "Quotes and dashes as the language has them"},
    Setting{"without", "", list, "WHAT", body, "Leave out backlinks, tag-index or prev-next"},
    Setting{"toc-depth", "", integer, "N", body, "Levels in the contents, 1 to 6 [3]"},
    Setting{"style", "", styles, "NAME|FILE", look, "book, compact, large-print, plain, a .toml or a .css", true, true},
    Setting{"device", "", text, "NAME", look, "Page made for a reader: kobo-clara, 10.3in, or list"},
    Setting{"page-size", "", text, "SIZE", look, "A4, A5, A6, B5, letter, 148x210mm, 6x9in [A5]"},
    Setting{"font-size", "", number, "PT", look, "Size of the PDF's text, 4 to 48 points [9.8]"},
    Setting{"font", "", text, "FAMILY", look, "The PDF's text font, an installed one or Literata"},
    Setting{"note-start", "", text, "WHERE", look, "PDF's notes begin: auto (by length), page or flow"},
    Setting{"link-pages", "", text, "WHEN", look, "Page numbers behind the PDF's links: auto or never"},
    Setting{"grayscale", "", flag, "", look, "The PDF's pictures without colour"},
    Setting{"config", "", path, "FILE", run, "Read FILE instead of notes-export.toml", false},
    Setting{"jobs", "", integer, "N", run, "Threads, for each book [as many as the machine has]"},
    Setting{"list", "", flag, "", run, "Show date, words, pictures, path, title of notes"},
    Setting{"strict", "", flag, "", run, "End with status 3 when there was a warning"},
    Setting{"diagnostics", "", text, "FORM", run, "Warnings as text, or as json, one a line"},
    Setting{"progress", "", text, "WHEN", run, "auto (on a terminal) or never"},
    Setting{"color", "", text, "WHEN", run, "auto (on a terminal), always or never"},
    Setting{"quiet", "q", flag, "", run, "Print errors only"},
    Setting{"verbose", "v", flag, "", run, "Print every warning, however often it comes"},
};

/// Damerau's and Levenshtein's distance without transposition: how many letters differ.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t substituted = diagonal + (a[i] != b[j]);
            diagonal = row[j + 1];
            row[j + 1] = std::min({substituted, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

}  // namespace

std::span<const Setting> all_settings() {
    return table;
}

const Setting* find_setting(std::string_view name) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const Setting& one) { return one.name == name; });
    return found == table.end() ? nullptr : &*found;
}

std::string_view nearest_setting(std::string_view name) {
    constexpr std::size_t longest = 40;
    if (name.size() > longest) return {};
    const std::size_t far = std::max<std::size_t>(2, name.size() / 3) + 1;
    std::size_t least = far;
    std::string_view nearest;
    for (const Setting& setting : table) {
        const std::size_t here = distance(name, setting.name);
        if (here < least) {
            least = here;
            nearest = setting.name;
        }
    }
    return nearest;
}

}  // namespace notes_export::cli
