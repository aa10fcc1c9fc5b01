/// Make-up: the strips of a run of notes put on pages.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/blocks/galley.hpp"
#include "layout/blocks/note_block.hpp"
#include "layout/design.hpp"

namespace notes_export::layout {

/// Where the elements, links and places of a note begin in those of the book.
struct Bases {
    std::uint32_t elements = 0, links = 0, places = 0;
};

/// A note to be put on pages. Its strips are moved out of `set`.
struct RunNote {
    std::string_view title;
    bool mirrored = false;  ///< its lines begin at the right
    SetNote* set = nullptr;
    Bases bases;
};

struct MadePage {
    Page page;
    std::vector<LateNumber> late;  ///< in order of their place among the items; offsets from the page's corner
    std::string_view continued;    ///< title of the note that goes on at the top; empty when one begins there
};

/// The pages of a run; page numbers count from its first.
struct MadeRun {
    std::vector<MadePage> pages;
    std::vector<std::pair<PlaceTarget, Place>> places;
};

/// Where the run's places will be, and on how many pages, found without placing anything.
struct PlannedRun {
    std::size_t pages = 0;
    std::vector<std::pair<PlaceTarget, std::uint32_t>> places;  ///< pages count from the run's first
};
PlannedRun plan(const Design& design, std::vector<RunNote> notes);

/// Breaks the run into pages and places everything on them. Places and links count from the book's first by now.
MadeRun make_up(const Design& design, std::vector<RunNote> notes);

}  // namespace notes_export::layout
