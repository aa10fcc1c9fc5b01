#include "epub/cover_image.hpp"

#include <algorithm>

#include "cover/cover.hpp"
#include "document/time_strip.hpp"
#include "locale/extent.hpp"

namespace notes_export::epub {

CoverImage make_cover_image(const Archive& archive) {
    constexpr int width = 1600, height = 2560;
    constexpr Size page{{419.5}, {419.5 * height / width}};
    const Metadata& about = archive.metadata;
    cover::CoverText text;
    text.title = about.title;
    text.subtitle =
        locale::extent(static_cast<std::size_t>(std::ranges::count(archive.notes, false, &Note::introduction)),
                       about.first_date, about.last_date, about.language);
    for (const std::string& author : about.authors) text.author += (text.author.empty() ? "" : ", ") + author;
    text.bars = time_strip(archive);
    text.language = about.language;
    text.right_to_left = about.direction == Direction::right_to_left;

    const text::FontLibrary fonts;
    const auto png = cover::rasterise(cover::draw_cover(text, page, fonts), width, height, fonts);
    CoverImage made;
    made.png.assign(reinterpret_cast<const char*>(png.data()), png.size());
    made.alternative = text.title + ". " + text.subtitle + (text.author.empty() ? "" : ". " + text.author);
    return made;
}

}  // namespace notes_export::epub
