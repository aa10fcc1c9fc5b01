#include "epub/cover.hpp"

#include "cover/cover.hpp"
#include "epub/xhtml_frame.hpp"

namespace notes_export::epub {

std::string make_cover_image(const Archive& archive) {
    constexpr int width = 1600, height = 2560;
    constexpr Size page{{419.5}, {419.5 * height / width}};
    const cover::CoverText text = cover::cover_text(archive);
    const text::FontLibrary fonts;
    const auto png = cover::rasterise(cover::draw_cover(text, page, fonts), width, height, fonts);
    return {reinterpret_cast<const char*>(png.data()), png.size()};
}

std::string write_cover_page(const Archive& archive, const std::string& image) {
    const Metadata& about = archive.metadata;
    const cover::CoverText text = cover::cover_text(archive);
    const std::string alternative = text.title + ". " + text.subtitle + (text.author.empty() ? "" : ". " + text.author);
    XmlWriter xml;
    open_document(xml, about.title, about.language, about.direction);
    {
        const Element frame(xml, "p", {{"class", "cover"}});
        xml.empty("img", {{"epub:type", "cover"}, {"role", "doc-cover"}, {"src", image}, {"alt", alternative}});
    }
    xml.close();
    xml.close();
    return xml.take();
}

}  // namespace notes_export::epub
