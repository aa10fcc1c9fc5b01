#include "pdf/links.hpp"

#include <algorithm>

namespace notes_export::pdf {
namespace {

/// Where a link leads: an action or a destination; empty when it leads nowhere.
std::string target_of(const layout::Link& link, const layout::PagedBook& book, const std::vector<ObjectId>& pages) {
    if (const auto* url = std::get_if<ExternalUrl>(&link.target)) {
        std::string out = "/A<</S/URI/URI";
        put_bytes(out, url->url);
        return out + ">>";
    }
    layout::Place place;
    if (const auto* anchor = std::get_if<AnchorId>(&link.target)) {
        if (anchor->value < book.anchors.size()) place = book.anchors[anchor->value];
    } else if (const auto* index = std::get_if<std::uint32_t>(&link.target); *index < book.places.size()) {
        place = book.places[*index];
    }
    const std::string to = destination(place, pages, book.page_size.height);
    return to.empty() ? to : "/Dest" + to;
}

std::string description_of(const layout::Link& link) {
    if (!link.description.empty()) return link.description;
    const auto* url = std::get_if<ExternalUrl>(&link.target);
    return url ? url->url : std::string();
}

std::string annotation_body(const layout::LinkArea& area, const layout::Link& link, Points height) {
    std::string out = "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[";
    put_number(out, area.rect.x.value);
    out += ' ';
    put_number(out, (height - area.rect.bottom()).value);
    out += ' ';
    put_number(out, area.rect.right().value);
    out += ' ';
    put_number(out, (height - area.rect.y).value);
    out += ']';
    // What is read out in its place (PDF/UA-1, 7.18.5).
    if (const std::string description = description_of(link); !description.empty()) {
        out += "/Contents";
        put_text(out, description);
    }
    return out;
}

}  // namespace

std::string destination(const layout::Place& place, const std::vector<ObjectId>& pages, Points page_height) {
    if (place.page >= pages.size()) return {};
    std::string out = "[";
    put_reference(out, pages[place.page]);
    out += "/XYZ null ";
    put_number(out, std::clamp((page_height - place.y).value, 0.0, page_height.value));
    return out + " null]";
}

std::string add_links(std::uint32_t page, const layout::PagedBook& book, const std::vector<ObjectId>& pages,
                      StructureTree& structure, Document& document) {
    std::string annotations;
    for (const layout::LinkArea& area : book.pages[page].links) {
        if (area.link.value >= book.links.size()) continue;
        const layout::Link& link = book.links[area.link.value];
        const std::string target = target_of(link, book, pages);
        if (target.empty()) continue;
        const ObjectId annotation = document.reserve();
        std::string body = annotation_body(area, link, book.page_size.height) + target;
        if (link.element.valid()) {
            body += "/StructParent ";
            put_integer(body, static_cast<std::int64_t>(structure.add_annotation(page, annotation, link.element)));
        }
        document.set(annotation, std::move(body));
        if (!annotations.empty()) annotations += ' ';
        put_reference(annotations, annotation);
    }
    return annotations;
}

}  // namespace notes_export::pdf
