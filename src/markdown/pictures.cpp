#include "markdown/pictures.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "support/ascii.hpp"
#include "support/trimmed.hpp"

namespace notes_export::markdown {
namespace {

struct Size {
    std::optional<double> width, height;
};

std::optional<double> number(std::string_view text) {
    if (text.empty() || text.size() > 5) return {};
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || value <= 0) return {};
    return value;
}

std::optional<Size> size_of(std::string_view text) {
    text = trimmed(text, " ");
    const auto cross = text.find('x');
    Size size;
    size.width = number(text.substr(0, cross));
    if (!size.width) return {};
    if (cross == std::string_view::npos) return size;
    size.height = number(text.substr(cross + 1));
    if (!size.height) return {};
    return size;
}

}  // namespace

bool is_picture_name(std::string_view destination) {
    static constexpr std::array<std::string_view, 12> endings{"png",  "jpg", "jpeg", "gif", "webp", "svg",
                                                              "avif", "bmp", "tiff", "tif", "jfif", "apng"};
    const auto dot = destination.rfind('.');
    if (dot == std::string_view::npos || destination.size() - dot > 5) return false;
    const std::string ending = ascii::lower(destination.substr(dot + 1));
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

Image sized_picture(std::string_view alt) {
    Image image;
    image.alt = alt;
    const auto bar = alt.rfind('|');
    if (bar == std::string_view::npos) return image;
    if (const auto size = size_of(alt.substr(bar + 1))) {
        image.width = size->width;
        image.height = size->height;
        image.alt = trimmed(alt.substr(0, bar), " ");
    } else if (bar == 0) {
        image.alt = trimmed(alt.substr(1), " ");  // a caption where a size would stand
    }
    return image;
}

Image embedded_picture(std::string_view destination, std::string_view label) {
    Image image;
    if (const auto size = size_of(label)) {
        image.width = size->width;
        image.height = size->height;
    } else {
        image = sized_picture(label);
    }
    image.destination = destination;
    image.reference = Reference::wikilink;
    return image;
}

}  // namespace notes_export::markdown
