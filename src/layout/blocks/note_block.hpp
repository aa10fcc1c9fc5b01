/// A whole note, set: its opening, its text, what links to it, its footnotes.
#pragma once

#include <string>
#include <vector>

#include "layout/blocks/compositor.hpp"

namespace notes_export::layout {

struct SetNote {
    Galley body;
    std::vector<Galley> footnotes;  ///< as the note's
    std::vector<Element> elements;  ///< the first is the note's section, without a parent yet
    std::vector<Link> links;
    std::uint32_t places = 0;
    Points height;
    Diagnostics diagnostics;
    std::vector<char32_t> missing;  ///< characters that no font has
};

/// `parts`: titles of the parts that begin with this note, outer ones first.
SetNote set_note(const BookContext& book, const Note& note, const std::vector<std::string>& parts);

}  // namespace notes_export::layout
