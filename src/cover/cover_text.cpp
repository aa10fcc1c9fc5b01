#include "cover/cover_text.hpp"

#include <algorithm>

#include "cover/time_strip.hpp"
#include "document/authors.hpp"
#include "locale/extent.hpp"

namespace notes_export::cover {

CoverText cover_text(const Archive& archive) {
    const Metadata& about = archive.metadata;
    const auto notes = std::ranges::count(archive.notes, false, &Note::introduction);
    CoverText text;
    text.title = about.title;
    text.subtitle = locale::extent(static_cast<std::size_t>(notes), about.first_date, about.last_date, about.language);
    text.author = authors_of(about);
    text.bars = time_strip(archive);
    text.language = about.language;
    text.right_to_left = about.direction == Direction::right_to_left;
    return text;
}

}  // namespace notes_export::cover
