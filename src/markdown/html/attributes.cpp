#include "markdown/html/attributes.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include "support/ascii.hpp"
#include "support/trimmed.hpp"

namespace notes_export::markdown {
namespace {

/// Without ASCII whitespace around it, as HTML's "strip" has it.
std::string_view stripped(std::string_view text) {
    return trimmed(text, " \t\n\r");
}

/// Value of a property in a `style` attribute.
std::string_view property(std::string_view style, std::string_view name) {
    while (!style.empty()) {
        const std::string_view declaration = style.substr(0, style.find(';'));
        style.remove_prefix(std::min(style.size(), declaration.size() + 1));
        const auto colon = declaration.find(':');
        if (colon != std::string_view::npos && ascii::lower(stripped(declaration.substr(0, colon))) == name)
            return stripped(declaration.substr(colon + 1));
    }
    return {};
}

struct Length {
    std::optional<double> pixels, percent;
};

Length length_of(std::string_view text) {
    text = stripped(text);
    std::size_t digits = 0;
    double value = 0;
    double unit = 1;
    bool fraction = false;
    for (; digits < text.size(); ++digits) {
        const char c = text[digits];
        if (c == '.' && !fraction) {
            fraction = true;
        } else if (ascii::is_digit(c)) {
            if (fraction) unit /= 10;
            value = fraction ? value + unit * (c - '0') : value * 10 + (c - '0');
        } else {
            break;
        }
        if (value > 100'000) return {};
    }
    if (digits == 0 || value <= 0) return {};
    const std::string rest = ascii::lower(stripped(text.substr(digits)));
    if (rest == "%") return {{}, value};
    if (rest.empty() || rest == "px") return {value, {}};
    if (rest == "em" || rest == "rem") return {value * 16, {}};
    return {};
}

}  // namespace

std::string_view attribute(const GumboElement& element, const char* name) {
    const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
    return found ? std::string_view(found->value) : std::string_view();
}

bool has_attribute(const GumboElement& element, const char* name) {
    return gumbo_get_attribute(&element.attributes, name) != nullptr;
}

std::string_view name_of(const GumboElement& element) {
    const std::string_view id = attribute(element, "id");
    return id.empty() ? attribute(element, "name") : id;
}

std::optional<std::uint32_t> number_attribute(const GumboElement& element, const char* name) {
    const std::string_view text = stripped(attribute(element, name));
    std::uint32_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || read.ec != std::errc()) return {};
    return value;
}

Alignment alignment_of(const GumboElement& element) {
    std::string value = ascii::lower(attribute(element, "align"));
    if (value.empty()) value = ascii::lower(property(attribute(element, "style"), "text-align"));
    if (value == "center" || value == "middle") return Alignment::center;
    if (value == "right" || value == "end") return Alignment::right;
    if (value == "left" || value == "start") return Alignment::left;
    return Alignment::none;
}

Direction direction_of(const GumboElement& element) {
    const std::string value = ascii::lower(attribute(element, "dir"));
    if (value == "rtl") return Direction::right_to_left;
    if (value == "ltr") return Direction::left_to_right;
    return Direction::automatic;
}

Image image_of(const GumboElement& element, Builder& builder) {
    Image image;
    const std::string_view style = attribute(element, "style");
    image.destination = builder.keep(stripped(attribute(element, "src")));
    if (image.destination.empty()) image.destination = builder.keep(stripped(attribute(element, "data-src")));
    std::string alt(attribute(element, "alt"));
    std::replace(alt.begin(), alt.end(), '\n', ' ');
    image.alt = builder.keep(alt);
    image.title = builder.keep(attribute(element, "title"));
    Length width = length_of(attribute(element, "width"));
    if (!width.pixels && !width.percent) width = length_of(property(style, "width"));
    if (!width.pixels && !width.percent) width = length_of(property(style, "max-width"));
    Length height = length_of(attribute(element, "height"));
    if (!height.pixels) height = length_of(property(style, "height"));
    image.width = width.pixels;
    image.width_percent = width.percent;
    image.height = height.pixels;
    return image;
}

List list_of(const GumboElement& element) {
    List list;
    list.tight = true;
    if (element.tag != GUMBO_TAG_OL) return list;
    list.numbering = Numbering::decimal;
    const std::string_view type = attribute(element, "type");
    if (type == "a") list.numbering = Numbering::lower_alpha;
    if (type == "A") list.numbering = Numbering::upper_alpha;
    if (type == "i") list.numbering = Numbering::lower_roman;
    if (type == "I") list.numbering = Numbering::upper_roman;
    if (const auto start = number_attribute(element, "start"))
        list.start = static_cast<std::int32_t>(std::min<std::uint32_t>(*start, 999'999'999));
    list.reversed = has_attribute(element, "reversed");
    return list;
}

}  // namespace notes_export::markdown
