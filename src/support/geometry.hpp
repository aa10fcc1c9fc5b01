/// Lengths and places on a page, in points (1/72 inch). The origin is the page's top left corner, y grows downwards.
#pragma once

#include <compare>

namespace notes_export {

/// A length in points. A type of its own, so that it is never mixed up with pixels or font units.
struct Points {
    double value = 0;

    constexpr auto operator<=>(const Points&) const = default;
    constexpr Points operator-() const { return {-value}; }
    constexpr Points& operator+=(Points other) {
        value += other.value;
        return *this;
    }
    constexpr Points& operator-=(Points other) {
        value -= other.value;
        return *this;
    }
    friend constexpr Points operator+(Points a, Points b) { return {a.value + b.value}; }
    friend constexpr Points operator-(Points a, Points b) { return {a.value - b.value}; }
    friend constexpr Points operator*(Points a, double b) { return {a.value * b}; }
    friend constexpr Points operator*(double a, Points b) { return {a * b.value}; }
    friend constexpr Points operator/(Points a, double b) { return {a.value / b}; }
    friend constexpr double operator/(Points a, Points b) { return a.value / b.value; }
};

namespace literals {
constexpr Points operator""_pt(long double value) {
    return {static_cast<double>(value)};
}
constexpr Points operator""_pt(unsigned long long value) {
    return {static_cast<double>(value)};
}
}  // namespace literals

struct Point {
    Points x, y;
};

struct Size {
    Points width, height;
};

struct Rect {
    Points x, y, width, height;

    constexpr Points right() const { return x + width; }
    constexpr Points bottom() const { return y + height; }
};

}  // namespace notes_export
