#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "image/decoders.hpp"
#include "image/gunzip.hpp"
#include "image/svg_prolog.hpp"

namespace notes_export::image {
namespace {

/// Reads a number and moves `text` behind it.
std::optional<double> take_number(std::string_view& text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n,+");
    if (begin == std::string_view::npos) return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data() + begin, text.data() + text.size(), value);
    if (error != std::errc{} || !std::isfinite(value)) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

/// A length in CSS pixels (CSS Values 3, 6.2); nothing for percentages, which are relative to the place.
std::optional<double> length(std::string_view text) {
    const std::optional<double> number = take_number(text);
    if (!number || *number <= 0) return std::nullopt;
    struct Unit {
        std::string_view name;
        double pixels;
    };
    constexpr std::array<Unit, 9> units{{{"px", 1},
                                         {"pt", 96 / 72.0},
                                         {"pc", 16},
                                         {"in", 96},
                                         {"cm", 96 / 2.54},
                                         {"mm", 96 / 25.4},
                                         {"em", 16},
                                         {"rem", 16},
                                         {"ex", 8}}};
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return number;
    for (const Unit& unit : units)
        if (text.starts_with(unit.name)) return *number * unit.pixels;
    return std::nullopt;
}

int pixels(double value) {
    return static_cast<int>(std::clamp(std::round(value), 1.0, 1e6));
}

}  // namespace

/// Natural size as browsers find it (CSS Images 3, 4.2), with one departure: a picture that has a view box alone is as
/// large as that, where a browser would fill the line.
std::variant<Info, Failure> probe_svg(Bytes file) {
    const std::optional<std::string> unpacked = gunzip(file);
    const std::optional<SvgRoot> root = svg_root(unpacked ? std::string_view(*unpacked) : as_text(file));
    if (!root) return Failure{"is no SVG"};

    std::optional<double> width = length(attribute_of(root->tag, "width"));
    std::optional<double> height = length(attribute_of(root->tag, "height"));
    std::string_view box = attribute_of(root->tag, "viewBox");
    take_number(box);
    take_number(box);
    const std::optional<double> box_width = take_number(box);
    const std::optional<double> box_height = take_number(box);
    if (box_width && box_height && *box_width > 0 && *box_height > 0) {
        const double ratio = *box_width / *box_height;
        if (!width) width = height ? *height * ratio : *box_width;
        if (!height) height = *width / ratio;
    }
    Info info;
    info.format = Format::svg;
    info.width = pixels(width.value_or(300));
    info.height = pixels(height.value_or(150));
    info.transparent = true;
    return info;
}

}  // namespace notes_export::image
