#include "layout/pages/page_breaks.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace notes_export::layout {
namespace {

constexpr double tolerance = 0.05;   ///< points: sums of lengths are not exact
constexpr double title_limit = 0.8;  ///< of the page: no title below

constexpr double one_line_short = 20;
constexpr double nearly_empty_end = 700;  ///< a run's last page with fewer than three lines
constexpr double foot_overflow = 400;     ///< a footnote that goes on overleaf
constexpr double foot_overflow_line = 30;

struct State {
    double cost = std::numeric_limits<double>::infinity();
    std::size_t previous = 0;
    std::uint32_t feet = 0;  ///< set on the pages up to here
};

class PageBreaker {
public:
    PageBreaker(const std::vector<BreakRow>& rows, const std::vector<FootRow>& feet, const PageRoom& room)
        : rows_(rows), feet_(feet), room_(room), states_(rows.size() + 1), foot_sums_(feet.size() + 1) {
        for (std::size_t i = 0; i < feet.size(); ++i) foot_sums_[i + 1] = foot_sums_[i] + feet[i].height;
    }

    std::vector<PageEnd> run() {
        states_[0].cost = 0;
        for (std::size_t begin = 0; begin < rows_.size(); ++begin) extend_from(begin);
        std::vector<PageEnd> ends;
        for (std::size_t end = rows_.size(); end > 0; end = states_[end].previous)
            ends.push_back({end, states_[end].feet});
        std::ranges::reverse(ends);
        add_foot_pages(ends);
        return ends;
    }

private:
    /// Tries all pages that begin with this row.
    void extend_from(std::size_t begin) {
        const State from = states_[begin];
        if (!std::isfinite(from.cost)) return;
        double y = rows_[begin].head;
        for (std::size_t row = begin; row < rows_.size(); ++row) {
            if (row > begin) {
                if (rows_[row].opening && y + rows_[row].space > room_.height * title_limit) return;
                y += rows_[row].space;
            }
            y += rows_[row].height;
            if (row > begin && y > room_.height + tolerance) return;
            if (rows_[row].snap) y = std::ceil((y - tolerance) / room_.grid) * room_.grid;
            try_page(begin, row + 1, std::min(y, std::max(room_.height, y - room_.grid)), from);
        }
    }

    void try_page(std::size_t begin, std::size_t end, double text, const State& from) {
        const std::uint32_t due = std::max(rows_[end - 1].feet, from.feet);
        const std::uint32_t feet = feet_that_fit(from.feet, due, room_.height - text - room_.foot_separator);
        // A page of one strip is the last resort and takes what it must.
        if (feet < least_feet(from.feet, due) && end - begin > 1) return;
        double used = text;
        if (feet > from.feet) used += room_.foot_separator + foot_sums_[feet] - foot_sums_[from.feet];
        double cost = from.cost;
        if (feet < due) cost += foot_overflow + foot_overflow_line * (due - feet);
        if (end < rows_.size()) {
            cost += rows_[end].cost + cost_of_gap((room_.height - used) / room_.leading);
        } else if (begin > 0 && used < room_.leading * 2.5) {
            cost += nearly_empty_end;
        }
        State& state = states_[end];
        // Of two ways that cost the same, the one with fuller first pages.
        if (cost < state.cost) state = {cost, begin, feet};
    }

    /// A page ends on its last line, or half a line above; one line less is a price, more is a hole.
    static double cost_of_gap(double lines) {
        if (lines <= 0.6) return 0;
        if (lines <= 1.1) return one_line_short;
        return one_line_short + 12 * (lines - 1) * (lines - 1);
    }

    std::uint32_t feet_that_fit(std::uint32_t done, std::uint32_t due, double room) const {
        std::uint32_t feet = done;
        while (feet < due && foot_sums_[feet + 1] - foot_sums_[done] <= room + tolerance) ++feet;
        return feet;
    }

    /// All footnotes of the page but the last, and two lines of that: it may go on overleaf.
    std::uint32_t least_feet(std::uint32_t done, std::uint32_t due) const {
        if (due == done) return done;
        std::uint32_t last = due - 1;
        while (last > done && !feet_[last].begins) --last;
        if (!feet_[last].begins) return std::min(due, done + 1);  // what is due is the rest of an earlier one
        return std::min(due, last + 2);
    }

    /// Footnotes that are left when the text ends get pages of their own.
    void add_foot_pages(std::vector<PageEnd>& ends) const {
        if (ends.empty()) return;
        const auto all = static_cast<std::uint32_t>(feet_.size());
        while (ends.back().feet < std::min(all, rows_.back().feet)) {
            const std::uint32_t done = ends.back().feet;
            const std::uint32_t feet = feet_that_fit(done, rows_.back().feet, room_.height - room_.foot_separator);
            ends.push_back({rows_.size(), std::max(feet, done + 1)});
        }
    }

    const std::vector<BreakRow>& rows_;
    const std::vector<FootRow>& feet_;
    const PageRoom& room_;
    std::vector<State> states_;
    std::vector<double> foot_sums_;
};

}  // namespace

std::vector<PageEnd> break_pages(const std::vector<BreakRow>& rows, const std::vector<FootRow>& feet,
                                 const PageRoom& room) {
    return PageBreaker(rows, feet, room).run();
}

}  // namespace notes_export::layout
