/// Lines of a list that leads to notes: title, date and page side by side.
#pragma once

#include <string>

#include "layout/blocks/compositor.hpp"

namespace notes_export::layout {

/// How dates stand in such a list.
enum class ListedDate {
    none,
    day,   ///< "13 Feb", where the list says the year
    full,  ///< "13 Feb 2024"
};

/// Sets the lines of one list, with one width of columns for all of them.
class PageLines {
public:
    /// A dense list is set smaller and closer: one of hundreds of lines.
    PageLines(Compositor& compositor, bool dense, ListedDate widest_date);

    /// A title that wraps stays in its own column, its further lines indented. The page number is set late.
    void set(const std::string& title, NoteId note, ListedDate date, const Frame& frame, ElementId item);

private:
    Points widest(const std::string& text, const TextStyle& style) const;
    std::string shown(const Note& note, ListedDate date) const;
    /// A piece flush with the outer edge of its column.
    void put(Strip& strip, Piece piece, const Frame& frame, Points x, Points width);

    Compositor& compositor_;
    bool dense_;
    TextStyle number_style_, date_style_;
    Points number_width_, date_width_;
};

}  // namespace notes_export::layout
