#include "cli/page_size.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include "support/ascii.hpp"

namespace notes_export::cli {
namespace {

constexpr double points_per_inch = 72, millimetres_per_inch = 25.4;

struct NamedSize {
    std::string_view name;
    double width, height;  ///< millimetres
};
/// ISO 216 and ANSI/ASME Y14.1.
constexpr std::array named_sizes{NamedSize{"a4", 210, 297}, NamedSize{"a5", 148, 210}, NamedSize{"a6", 105, 148},
                                 NamedSize{"b5", 176, 250}, NamedSize{"letter", 215.9, 279.4}};

std::optional<double> points_of_unit(std::string_view unit) {
    if (unit == "mm") return points_per_inch / millimetres_per_inch;
    if (unit == "cm") return points_per_inch / millimetres_per_inch * 10;
    if (unit == "in") return points_per_inch;
    if (unit == "pt") return 1;
    return std::nullopt;
}

/// A number and the unit behind it, which may be empty.
struct Length {
    double number;
    std::string_view unit;
};

std::optional<Length> length(std::string_view text) {
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    if (read.ec != std::errc() || !std::isfinite(number) || number <= 0) return std::nullopt;
    return Length{number, text.substr(static_cast<std::size_t>(read.ptr - text.data()))};
}

}  // namespace

std::optional<Size> page_size(std::string_view name) {
    std::string folded;
    for (const char c : name)
        if (c != ' ') folded += ascii::lower(c);
    if (const std::size_t times = folded.find("×"); times != std::string::npos) folded.replace(times, 2, "x");
    for (const NamedSize& size : named_sizes)
        if (size.name == folded)
            return Size{{size.width * *points_of_unit("mm")}, {size.height * *points_of_unit("mm")}};
    const std::size_t cross = folded.find('x');
    if (cross == std::string::npos) return std::nullopt;
    const auto width = length(std::string_view(folded).substr(0, cross));
    const auto height = length(std::string_view(folded).substr(cross + 1));
    if (!width || !height) return std::nullopt;
    const auto height_unit = points_of_unit(height->unit);
    const auto width_unit = width->unit.empty() ? height_unit : points_of_unit(width->unit);
    if (!width_unit || !height_unit) return std::nullopt;
    return Size{{width->number * *width_unit}, {height->number * *height_unit}};
}

}  // namespace notes_export::cli
