/// What the cover says of a book.
#pragma once

#include <string>
#include <vector>

#include "notes_export/archive.hpp"

namespace notes_export::cover {

struct CoverText {
    std::string title;
    std::string subtitle;      ///< "5 notes · 13 – 17 February 2024"
    std::string author;        ///< may be empty
    std::vector<double> bars;  ///< heights of the time strip, any unit; empty: no strip
    std::string language;
    bool right_to_left = false;
};

CoverText cover_text(const Archive& archive);

}  // namespace notes_export::cover
