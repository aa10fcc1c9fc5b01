#include "layout/pages/page_breaks.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace notes_export::layout {
namespace {

constexpr double tolerance = 0.05;   ///< points: sums of lengths are not exact
constexpr double title_limit = 0.8;  ///< of the page: no title below

// Costs, on the scale of `break_costs`.
constexpr double one_line_short = 20;
constexpr double line_of_hole = 15;      ///< each further line, where what follows does not fit
constexpr double line_left_empty = 200;  ///< each further line, where what follows would have fitted
constexpr double stays_together = 100;   ///< what costs as much to part counts as one thing that fits or doesn't
constexpr double picture_moved = 30;
constexpr double picture_shrunk = 25;
constexpr double nearly_empty_end = 1100;   ///< a run's last page with fewer than three lines
constexpr double nearly_empty_page = 1500;  ///< another under a quarter full
constexpr double foot_overflow = 400;       ///< a footnote that goes on overleaf
constexpr double foot_overflow_line = 30;

/// The best way to a break.
struct State {
    double cost = std::numeric_limits<double>::infinity();
    std::size_t previous = 0;
    std::uint32_t feet = 0;     ///< set on the pages up to here
    std::uint16_t shrink = 0;   ///< of the page's last picture, in steps of the grid
    bool from_waiting = false;  ///< the page before began with a picture that had waited
};

/// A page that is tried: its rows, and the height of its text.
struct Trial {
    std::size_t begin = 0, end = 0;
    double text = 0;
    std::uint16_t shrink = 0;     ///< as `State::shrink`; the text has its height without it
    bool behind_picture = false;  ///< it begins with a picture that had waited
};

/// A picture with its caption, and the paragraph that may go before it.
struct Picture {
    std::size_t first = 0, text = 0, end = 0;  ///< of the picture; of the paragraph; behind it
};

class PageBreaker {
public:
    PageBreaker(const std::vector<BreakRow>& rows, const std::vector<FootRow>& feet, const PageRoom& room)
        : rows_(rows), feet_(feet), room_(room), states_(rows.size() + 1), foot_sums_(feet.size() + 1) {
        for (std::size_t i = 0; i < feet.size(); ++i) foot_sums_[i + 1] = foot_sums_[i] + feet[i].height;
        measure_groups();
    }

    PageBreaks run() {
        states_[0].cost = 0;
        for (std::size_t begin = 0; begin < rows_.size(); ++begin) {
            // A page of a waiting picture alone ends where it begins, so it comes first.
            if (const auto waiting = waiting_.find(begin); waiting != waiting_.end())
                extend_behind_picture(begin, waiting->second);
            extend_from(begin);
        }
        PageBreaks breaks = traced();
        std::ranges::reverse(breaks.ends);
        std::ranges::reverse(breaks.moved);
        add_foot_pages(breaks.ends);
        return breaks;
    }

private:
    struct Waiting {
        State state;
        Picture picture;
    };

    /// Heights of what should not be parted, from each row on to the next good break.
    void measure_groups() {
        group_heights_.resize(rows_.size());
        double height = 0;
        for (std::size_t i = rows_.size(); i-- > 0;) {
            const bool joined = i + 1 < rows_.size() && rows_[i + 1].cost >= stays_together;
            height = rows_[i].height + (joined ? rows_[i + 1].space + height : 0);
            group_heights_[i] = height;
        }
    }

    /// Tries all pages that begin with this row.
    void extend_from(std::size_t begin) {
        State from = states_[begin];
        if (!std::isfinite(from.cost)) return;
        from.from_waiting = false;  // said of the page before
        fill_page(begin, rows_[begin].head, from, nullptr);
    }

    /// Tries all pages that begin with a picture that had waited, and go on with this row.
    void extend_behind_picture(std::size_t begin, const Waiting& waiting) {
        if (!std::isfinite(waiting.state.cost)) return;
        double y = 0;
        for (std::size_t row = waiting.picture.first; row < waiting.picture.text; ++row)
            y = below(row, row > waiting.picture.first ? y + rows_[row].space : y);
        State from = waiting.state;
        from.from_waiting = true;
        improve(states_[begin], {begin, begin, y, 0, true}, from);
        fill_page(begin, y, from, &waiting.picture);
    }

    void fill_page(std::size_t begin, double y, const State& from, const Picture* behind) {
        double spare = 0;  // that a picture on the page can give
        for (std::size_t row = begin; row < rows_.size(); ++row) {
            const bool starts = row == begin && !behind;
            if (!starts) {
                const double space = behind && row == begin ? space_behind(*behind, row) : rows_[row].space;
                if (rows_[row].opening && y + space > room_.height * title_limit) return;
                if (rows_[row].flow == Flow::picture && rows_[row - 1].flow != Flow::picture)
                    let_text_go_first(begin, row, y, from);
                y += space;
            }
            if (rows_[row].shrink > 0) spare = rows_[row].shrink;
            const std::uint16_t shrink = steps_over(y + rows_[row].height);
            if (!starts && shrink * room_.grid > spare + tolerance) return;
            y = below(row, y);
            const double text = y - (spare > 0 ? shrink * room_.grid : 0);
            improve(states_[row + 1],
                    {begin, row + 1, std::min(text, std::max(room_.height, text - room_.grid)),
                     spare > 0 ? shrink : std::uint16_t{0}, behind != nullptr},
                    from);
        }
    }

    /// How many steps of the grid a page reaches too far down.
    std::uint16_t steps_over(double y) const {
        const double over = y - room_.height - tolerance;
        return over > 0 ? static_cast<std::uint16_t>(std::min(std::ceil(over / room_.grid), 10000.0)) : 0;
    }

    double below(std::size_t row, double y) const {
        y += rows_[row].height;
        return rows_[row].snap ? std::ceil((y - tolerance) / room_.grid) * room_.grid : y;
    }

    /// The rest of a paragraph is parted from the picture as the paragraph was.
    double space_behind(const Picture& picture, std::size_t row) const {
        return std::max(rows_[row].space, row < picture.end ? rows_[picture.text].space : 0.0);
    }

    /// Where a picture has no room, tries pages that end within or behind the paragraph that follows it.
    void let_text_go_first(std::size_t begin, std::size_t first, double y, const State& from) {
        const Picture picture = picture_at(first);
        if (picture.text == picture.end || picture.end == rows_.size()) return;
        if (rows_[picture.text - 1].feet != rows_[first - 1].feet) return;  // its caption has a footnote
        if (y + rows_[first].space + group_heights_[first] <= room_.height + tolerance) return;
        for (std::size_t row = picture.text; row < picture.end; ++row) {
            y += rows_[row].space;
            if (y + rows_[row].height > room_.height + tolerance) return;
            y = below(row, y);
            Waiting& waiting = waiting_[row + 1];
            const State before = waiting.state;
            improve(waiting.state, {begin, row + 1, y, 0, false}, from, picture_moved);
            if (waiting.state.cost < before.cost) waiting.picture = picture;
        }
    }

    Picture picture_at(std::size_t first) const {
        Picture found{first, first, first};
        while (found.text < rows_.size() && rows_[found.text].flow == Flow::picture) ++found.text;
        found.end = found.text;
        if (found.end < rows_.size() && rows_[found.end].flow == Flow::paragraph) ++found.end;
        if (found.end > found.text)
            while (found.end < rows_.size() && rows_[found.end].flow == Flow::continuation) ++found.end;
        return found;
    }

    /// Makes a page the way to its end, if it is the cheapest.
    void improve(State& state, const Trial& page, const State& from, double more = 0) {
        const std::size_t end = page.end;
        const std::uint32_t due = std::max(rows_[end - 1].feet, from.feet);
        const std::uint32_t feet = feet_that_fit(from.feet, due, room_.height - page.text - room_.foot_separator);
        // A page of one strip is the last resort and takes what it must.
        if (feet < least_feet(from.feet, due) && (end - page.begin > 1 || page.behind_picture)) return;
        double used = page.text;
        if (feet > from.feet) used += room_.foot_separator + foot_sums_[feet] - foot_sums_[from.feet];
        double cost = from.cost + more;
        if (page.shrink > 0) cost += picture_shrunk;
        if (feet < due) cost += foot_overflow + foot_overflow_line * (due - feet);
        if (end < rows_.size()) {
            cost += rows_[end].cost + cost_of_gap(room_.height - used, rows_[end], group_heights_[end]);
            if (used < room_.height / 4 && !rows_[end].opening) cost += nearly_empty_page;
        } else if (page.begin > 0 && used < room_.leading * 2.5) {
            cost += nearly_empty_end;
        }
        // Of two ways that cost the same, the one with fuller first pages.
        if (cost < state.cost) state = {cost, page.begin, feet, page.shrink, from.from_waiting};
    }

    /// A page ends on its last line, or half a line above. One line less is a price; more is a hole where what follows
    /// has no room, and before the title of a note; anywhere else nobody would know why.
    double cost_of_gap(double gap, const BreakRow& next, double group) const {
        const double lines = gap / room_.leading;
        if (lines <= 0.6) return 0;
        if (lines <= 1.1) return one_line_short;
        const bool fits = next.space + group <= gap + tolerance && !next.opening;
        return one_line_short + (fits ? line_left_empty : line_of_hole) * (lines - 1);
    }

    /// From the last page back to the first.
    PageBreaks traced() const {
        PageBreaks breaks;
        bool waits = false;
        for (std::size_t end = rows_.size(); waits || end > 0;) {
            const State* state = &states_[end];
            std::size_t row = end;
            if (waits) {
                const Waiting& waiting = waiting_.at(end);
                const Picture& picture = waiting.picture;
                breaks.moved.push_back({picture.first, picture.text, end});
                row = end - (picture.text - picture.first);
                state = &waiting.state;
            }
            breaks.ends.push_back({row, state->feet, state->shrink * room_.grid});
            end = state->previous;
            waits = state->from_waiting;
        }
        return breaks;
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
            ends.push_back({rows_.size(), std::max(feet, done + 1), 0});
        }
    }

    const std::vector<BreakRow>& rows_;
    const std::vector<FootRow>& feet_;
    const PageRoom& room_;
    std::vector<State> states_;
    std::map<std::size_t, Waiting> waiting_;  ///< ways to a break with a picture still to come
    std::vector<double> group_heights_;
    std::vector<double> foot_sums_;
};

}  // namespace

PageBreaks break_pages(const std::vector<BreakRow>& rows, const std::vector<FootRow>& feet, const PageRoom& room) {
    return PageBreaker(rows, feet, room).run();
}

}  // namespace notes_export::layout
