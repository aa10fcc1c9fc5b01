#include "layout/inline/decoration.hpp"

namespace notes_export::layout {

namespace {

// In em, from the baseline downwards. Grounds stay within an em and a fifth, so that those of two lines never meet.
constexpr double ground_top = -0.86, ground_height = 1.12;
constexpr double frame_top = -0.82, frame_height = 1.06, frame_thickness = 0.05, frame_radius = 0.18;
constexpr double underline_top = 0.16, underline_thickness = 0.045;
constexpr double strike_top = -0.27, strike_thickness = 0.055;
constexpr Grey highlight_grey{0.894};  // #e4e4e4
constexpr Grey link_grey{0.45};
constexpr Grey frame_grey{0.4};

Fill bar(double x, double top, double width, double height, Grey grey) {
    Fill fill;
    fill.rect = {{x}, {top}, {width}, {height}};
    fill.grey = grey;
    return fill;
}

}  // namespace

std::vector<PageItem> behind_text(const TextStyle& style, double x, double width, bool begins, bool ends) {
    std::vector<PageItem> items;
    const double em = style.size.value;
    if (style.highlight) items.emplace_back(bar(x, ground_top * em, width, ground_height * em, highlight_grey));
    if (style.frame) {
        Stroke frame;
        // A little room between two keys, and none where one goes over a line's end.
        const double gap = 0.06 * em;
        const double left = x + (begins ? gap : 0), right = x + width - (ends ? gap : 0);
        frame.rect = {{left}, {frame_top * em}, {right - left}, {frame_height * em}};
        frame.thickness = {frame_thickness * em};
        frame.grey = frame_grey;
        frame.radius = {frame_radius * em};
        items.emplace_back(frame);
    }
    return items;
}

std::vector<PageItem> over_text(const TextStyle& style, double x, double width) {
    std::vector<PageItem> items;
    const double em = style.size.value, shift = -style.baseline_shift.value;
    if (style.underline != Underline::none)
        items.emplace_back(bar(x, underline_top * em + shift, width, underline_thickness * em,
                               style.underline == Underline::link ? link_grey : style.grey));
    if (style.strike) items.emplace_back(bar(x, strike_top * em + shift, width, strike_thickness * em, style.grey));
    return items;
}

}  // namespace notes_export::layout
