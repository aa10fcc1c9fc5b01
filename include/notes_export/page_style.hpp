/// Page designs: what the PDF's pages look like, as data. docs/styles.md describes the files they are read from; those
/// of `styles/pages` come with the program.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace notes_export {

/// Where notes begin.
enum class NoteStart {
    automatic,  ///< by the length of the archive's notes: short ones follow each other
    page,       ///< each on a page of its own
    flow,       ///< each behind the other, long ones too
};

/// Lengths are points, on a page of just this size and with type of just this size. A book with another page or other
/// type keeps the proportions.
struct PageStyle {
    double page_width = 419.5276, page_height = 595.2756;  // A5
    double margin_top = 48, margin_bottom = 54, margin_side = 47.76;
    double least_characters = 55, most_characters = 72;  ///< a line is to hold; margins give way to them
    bool running_heads = true, folios = true;

    double size = 9.8, leading = 14;
    std::string text_font = {}, label_font = {},
                code_font = {};  ///< families; empty: the ones that come with the program
    bool justify = true, hyphenate = true, protrude = true;
    bool indent = false;  ///< paragraphs begin with an indent instead of parting by half a line
    bool old_style_figures = true;

    double title_size = 17, title_leading = 21;
    double heading_size = 10.4;
    double code_size = 8.1, code_leading = 11.4;
    double code_ground = 0.957;  ///< grey, 1 is white
    double table_size = 8.8;
    double footnote_size = 8.2, footnote_leading = 11.4;
    NoteStart note_start = NoteStart::automatic;
};

/// Names of the designs that come with the program, the default first.
std::vector<std::string> page_styles();
/// One of them; nothing when there is none of that name.
std::optional<PageStyle> page_style(std::string_view name);
/// Reads a design. `file` is its name for messages. Throws `Error` that says `file:line:column` and what may stand
/// there.
PageStyle read_page_style(std::string_view toml, std::string_view file);

}  // namespace notes_export
