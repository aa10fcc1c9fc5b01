#include "cli/devices.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "support/ascii.hpp"

namespace notes_export::cli {
namespace {

struct Device {
    std::string_view size;  ///< inches, as it is sold
    double width, height;   ///< pixels
    double pixels_an_inch;
    std::string_view models;  ///< names, parted by commas
};

/// Pixels and densities as the makers give them.
constexpr std::array devices{
    Device{"6", 1072, 1448, 300, "kindle, kindle-paperwhite-4, kobo-clara, pocketbook-basic, pocketbook-touch-lux"},
    Device{"6.1", 824, 1648, 300, "boox-palma"},
    Device{"6.8", 1236, 1648, 300, "kindle-paperwhite, kindle-paperwhite-5"},
    Device{"7", 1264, 1680, 300,
           "kobo-libra, kindle-oasis, kindle-paperwhite-6, kindle-colorsoft, boox-page, pocketbook-era"},
    Device{"7.3", 954, 1696, 264, "remarkable-paper-pro-move"},
    Device{"7.8", 1404, 1872, 300, "kobo-aura-one, pocketbook-inkpad, boox-nova"},
    Device{"8", 1440, 1920, 300, "kobo-sage, kobo-forma"},
    Device{"10.3", 1404, 1872, 226.5,
           "remarkable, remarkable-2, kobo-elipsa, boox-note-air, kindle-scribe, pocketbook-inkpad-x"},
    Device{"11", 1986, 2648, 300, "kindle-scribe-3, kindle-scribe-colorsoft"},
    Device{"11.8", 1620, 2160, 229, "remarkable-paper-pro"},
    Device{"13.3", 1650, 2200, 207, "boox-max, boox-tab-x"},
};

constexpr double points_per_inch = 72;

Screen screen_of(const Device& device) {
    return {device.width / device.pixels_an_inch * points_per_inch,
            device.height / device.pixels_an_inch * points_per_inch};
}

/// Without what people write differently: "Kobo Clara", "kobo-clara", "KoboClara".
std::string folded(std::string_view name) {
    std::string out;
    for (const char c : name)
        if (ascii::is_alphanumeric(c) || c == '.') out += ascii::lower(c);
    return out;
}

bool is_model(const Device& device, const std::string& name) {
    for (std::string_view rest = device.models; !rest.empty();) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        if (folded(rest.substr(0, comma)) == name) return true;
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    return false;
}

/// What the smallest screens get, those about as large as this book's page, and all between.
struct Measures {
    double up_to;  ///< width of the screen, points
    double size, leading, margin_side, margin_top, margin_bottom;
    bool running_heads;
};
constexpr std::array measures{
    Measures{280, 10, 13, 13, 15, 20, false},    Measures{330, 10, 13.5, 16, 18, 23, false},
    Measures{400, 10.5, 14.5, 20, 34, 34, true}, Measures{480, 11, 15.5, 36, 44, 46, true},
    Measures{540, 11.5, 16.5, 44, 50, 52, true}, Measures{1e9, 12, 17, 54, 58, 60, true},
};

}  // namespace

std::optional<Screen> find_device(std::string_view name) {
    std::string wanted = folded(name);
    for (const std::string_view unit : {"inches", "inch", "in"})
        if (wanted.ends_with(unit) && ascii::is_digit(wanted.front())) {
            wanted.resize(wanted.size() - unit.size());
            break;
        }
    for (const Device& device : devices)
        if (device.size == wanted || is_model(device, wanted)) return screen_of(device);
    return std::nullopt;
}

std::string device_list() {
    std::string out = "Size    Page            Models\n";
    for (const Device& device : devices) {
        const Screen screen = screen_of(device);
        out += fmt::format("{:<7} {:>3.0f} x {:<3.0f} pt    {}\n", fmt::format("{}in", device.size), screen.width,
                           screen.height, device.models);
    }
    return out;
}

PageStyle made_for(const Screen& screen, PageStyle style) {
    const PageStyle book;
    const auto& made = *std::ranges::find_if(measures, [&](const Measures& m) { return screen.width <= m.up_to; });
    const double ratio = made.size / book.size;
    for (double* length : {&style.size, &style.title_size, &style.title_leading, &style.heading_size, &style.code_size,
                           &style.code_leading, &style.table_size, &style.footnote_size, &style.footnote_leading})
        *length *= ratio;
    style.leading *= made.leading / book.leading;
    style.page_width = screen.width;
    style.page_height = screen.height;
    style.margin_side = made.margin_side;
    style.margin_top = made.margin_top;
    style.margin_bottom = made.margin_bottom;
    style.running_heads = style.running_heads && made.running_heads;
    return style;
}

}  // namespace notes_export::cli
