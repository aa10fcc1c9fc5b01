/// Page breaking: where the pages of a run of strips end, chosen for least cost over the whole run.
///
/// The method is Knuth and Plass's for lines, turned to pages: each strip may begin a page; from each, pages of every
/// possible length are tried forward, and the cheapest way to each end is kept. The number of tries is that of strips
/// times strips a page, so it is linear. Every break is possible at some cost, so there always is a solution; a page
/// takes one strip at least, so it always ends.
///
/// A picture that does not fit where it stands may let the paragraph behind it go before it, as far as the page has
/// room, and begin the next page instead. One that lacks a little may be set smaller.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "layout/flow.hpp"

namespace notes_export::layout {

/// A strip as page breaking sees it; lengths in points.
struct BreakRow {
    double height = 0;
    double space = 0;      ///< before it; none at the top of a page
    double cost = 0;       ///< of a page that ends before it
    double head = 0;       ///< height of what a page repeats that begins with it
    double shrink = 0;     ///< that its height may give; only for what snaps
    bool snap = false;     ///< what follows begins on the grid
    bool opening = false;  ///< a note begins: not in the last fifth of a page
    Flow flow = Flow::fixed;
    std::uint32_t feet = 0;  ///< lines of footnotes due up to this row, itself included
};

/// A line of a footnote; all of the run in the order in which they are referred to.
struct FootRow {
    double height = 0;
    bool begins = false;  ///< first of its footnote
};

struct PageRoom {
    double height = 0;
    double leading = 0, grid = 0;
    double foot_separator = 0;  ///< between text and footnotes
};

struct PageEnd {
    std::size_t row = 0;     ///< behind the last on the page
    std::uint32_t feet = 0;  ///< behind the last line of footnotes on it
    double shrink = 0;       ///< of the last row on the page that can give some
};

/// Rows from `first` on that go behind those from `middle` to `last` (as std::rotate has it).
struct MovedRows {
    std::size_t first = 0, middle = 0, last = 0;
};

struct PageBreaks {
    std::vector<PageEnd> ends;  ///< in the order that `moved` leaves
    std::vector<MovedRows> moved;
};

PageBreaks break_pages(const std::vector<BreakRow>& rows, const std::vector<FootRow>& feet, const PageRoom& room);

}  // namespace notes_export::layout
