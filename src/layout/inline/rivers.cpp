#include "layout/inline/rivers.hpp"

#include <algorithm>

namespace notes_export::layout {

namespace {

constexpr double loose = 0.5;          ///< ratio of stretch from which on a blank is wide (TeX's loose lines)
constexpr double river_penalty = 150;  ///< about two hyphens in a row: no line becomes much worse to avoid one
constexpr std::size_t lines_of_river = 3;

/// A blank within a line, in points from the line's begin.
struct Gap {
    double left = 0, right = 0;
    std::size_t depth = 1;  ///< lines that the river has so far
};

/// Nothing when the line is not loose.
std::vector<Gap> wide_gaps(std::span<const Break> breaks, std::size_t from, std::size_t to, double measure) {
    const Break& begin = breaks[from];
    const Sum line = line_between(begin, breaks[to]);
    const double missing = measure - line.width;
    if (breaks[to].forced() || line.stretch <= 0 || missing <= loose * line.stretch) return {};
    const double tracking = stretch_line(line, missing, measure).tracking;
    const double ratio = (missing - tracking * line.letters) / line.stretch;
    const auto place = [&](const Sum& sum) {
        return sum.width - begin.after.width - begin.begin_protrusion + ratio * (sum.stretch - begin.after.stretch) +
               tracking * (sum.letters - begin.after.letters);
    };
    std::vector<Gap> gaps;
    for (std::size_t i = from + 1; i < to; ++i)
        if (breaks[i].kind == BreakKind::blank) gaps.push_back({place(breaks[i].before), place(breaks[i].after)});
    return gaps;
}

/// By half of the narrower one.
bool is_below(const Gap& gap, const Gap& above) {
    const double common = std::min(gap.right, above.right) - std::max(gap.left, above.left);
    return common * 2 >= std::min(gap.right - gap.left, above.right - above.left);
}

}  // namespace

std::vector<std::size_t> rivers_in(std::span<const Break> breaks, const std::vector<std::size_t>& ends,
                                   const Fitting& fitting) {
    std::vector<std::size_t> rivers;
    std::vector<Gap> above;
    std::size_t from = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        std::vector<Gap> gaps = wide_gaps(breaks, from, ends[i], i == 0 ? fitting.first : fitting.others);
        bool river = false;
        for (Gap& gap : gaps) {
            for (const Gap& other : above)
                if (is_below(gap, other)) gap.depth = std::max(gap.depth, other.depth + 1);
            river = river || gap.depth >= lines_of_river;
        }
        if (river) rivers.push_back(i - 1);
        above = std::move(gaps);
        from = ends[i];
    }
    return rivers;
}

std::vector<std::size_t> fit_without_rivers(std::span<const Break> breaks, const Fitting& fitting) {
    std::vector<std::size_t> ends = total_fit(breaks, fitting);
    if (!fitting.justified || ends.size() <= lines_of_river) return ends;
    const std::vector<std::size_t> rivers = rivers_in(breaks, ends, fitting);
    if (rivers.empty()) return ends;
    std::vector<Break> dearer(breaks.begin(), breaks.end());
    for (const std::size_t line : rivers) dearer[ends[line]].penalty += river_penalty;
    std::vector<std::size_t> other = total_fit(dearer, fitting);
    return rivers_in(breaks, other, fitting).size() < rivers.size() ? other : ends;
}

}  // namespace notes_export::layout
