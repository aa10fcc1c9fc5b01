/// Fifth phase: which breaks to take. Knuth and Plass, "Breaking Paragraphs into Lines" (1981): the breaks that cost
/// least over the whole paragraph, found by keeping for each place the best ways to get there.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "layout/inline/breaks.hpp"

namespace notes_export::layout {

/// Widths of lines and what a line costs.
struct Fitting {
    double first = 0;       ///< width of the first line
    double others = 0;      ///< of the others
    bool justified = true;  ///< lines are stretched and shrunk to the measure; else each keeps its natural width
};

/// Indexes into `breaks` of the ends of lines, for one stretch: `breaks.front()` is where it begins, `breaks.back()`
/// where it ends. Never empty. Time and memory grow with the number of breaks, not faster.
std::vector<std::size_t> total_fit(std::span<const Break> breaks, const Fitting& fitting);

/// The same, each line as long as it may be.
std::vector<std::size_t> first_fit(std::span<const Break> breaks, const Fitting& fitting);

/// As few lines as `first_fit` needs, of widths as even as can be.
std::vector<std::size_t> balanced_fit(std::span<const Break> breaks, Fitting fitting);

/// How a line is brought to its width: by the ratio of its blanks' stretch or shrink and, beyond what they give of
/// themselves, by moving its letters (in em, positive: apart).
struct Stretching {
    double ratio = 0, tracking = 0;
};
Stretching stretch_line(const Sum& line, double missing, double target);

/// Natural width, stretch and shrink of the line between two breaks, protrusions taken off.
Sum line_between(const Break& from, const Break& to);

}  // namespace notes_export::layout
