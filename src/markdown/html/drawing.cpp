#include "markdown/html/drawing.hpp"

#include <string>

#include "support/ascii.hpp"
#include "support/percent_encoding.hpp"

namespace notes_export::markdown {

Image drawing_of(std::string_view svg, Arena& arena) {
    std::string address = "data:image/svg+xml,";
    std::string whole(svg);
    // In HTML the name space goes without saying, in a picture of its own it does not.
    if (whole.substr(0, whole.find('>')).find("xmlns=") == std::string::npos)
        whole.insert(4, " xmlns=\"http://www.w3.org/2000/svg\"");
    for (const char c : whole) {
        const bool plain =
            ascii::is_alphanumeric(c) || std::string_view("-_.~/=:;,()'").find(c) != std::string_view::npos;
        if (plain) {
            address += c;
        } else {
            append_percent_encoded(address, c);
        }
    }
    Image image;
    image.destination = arena.keep(address);
    const auto title = svg.find("<title>");
    if (title != std::string_view::npos) {
        const auto end = svg.find('<', title + 7);
        if (end != std::string_view::npos) image.alt = arena.keep(svg.substr(title + 7, end - title - 7));
    }
    return image;
}

}  // namespace notes_export::markdown
