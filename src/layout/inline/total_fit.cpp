#include "layout/inline/total_fit.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>

namespace notes_export::layout {

namespace {

// TeX's parameters, where no other source is named (READERS 5).
constexpr double line_penalty = 10;
constexpr double hyphens_in_a_row = 30000;   // \doublehyphendemerits, three times
constexpr double third_hyphen = 20000000;    // ours: a ladder is worse than the loosest lines that it could save
constexpr double hyphen_before_last = 5000;  // \finalhyphendemerits
constexpr double unlike_neighbours = 10000;  // \adjdemerits
constexpr double runt_penalty = 100;         // typst: a last line of one short word
constexpr double tolerance = 2.8;            // ratio that a line may be stretched by, if all lines can keep to it
constexpr double worst_badness = 1e6;
constexpr double ragged_hyphen_factor = 2;      // a ragged line needs no hyphen to look well
constexpr std::size_t stretch_of_text = 20000;  // bytes fitted at once
constexpr double slack = 1e-7;                  // of rounding

enum class Fitness : std::uint8_t { tight, decent, loose, very_loose };

Fitness fitness_of(double ratio) {
    if (ratio < -0.5) return Fitness::tight;
    if (ratio <= 0.5) return Fitness::decent;
    return ratio <= 1 ? Fitness::loose : Fitness::very_loose;
}

/// A way to come to a break: the best of those that end with a line of this fitness and as many hyphens in a row.
struct Node {
    std::uint32_t at = 0;        ///< index of the break
    std::uint32_t previous = 0;  ///< node
    double demerits = 0;
    bool first = true;         ///< no line before it
    std::uint8_t hyphens = 0;  ///< ends in a row with a hyphen
    Fitness fitness = Fitness::decent;
};

struct Candidate {
    double demerits = std::numeric_limits<double>::infinity();
    std::uint32_t previous = 0;
};

constexpr std::size_t fitness_classes = 4;
constexpr std::uint8_t most_hyphens = 2;  ///< told apart: with two lines above it, a third hyphen makes a ladder
/// By hyphens in a row, then by fitness.
using Candidates = std::array<std::array<Candidate, fitness_classes>, most_hyphens + 1>;

struct Pass {
    double tolerance = 0;
    bool complete = false;  ///< a way is found whatever it costs
};

class Fitter {
public:
    Fitter(std::span<const Break> breaks, const Fitting& fitting) : breaks_(breaks), fitting_(fitting) {}

    /// Ends of lines from one break up to another; nothing when no way keeps within the tolerance.
    std::optional<std::vector<std::size_t>> fit(std::size_t from, std::size_t to, bool first_line, const Pass& pass) {
        pass_ = pass;
        nodes_.assign(1, Node{static_cast<std::uint32_t>(from), 0, 0, first_line, 0, Fitness::decent});
        active_.assign(1, 0);
        for (std::size_t at = from + 1; at <= to; ++at)
            if (!try_break(static_cast<std::uint32_t>(at), at == to)) return {};
        const auto best = std::min_element(active_.begin(), active_.end(), [&](std::uint32_t a, std::uint32_t b) {
            return nodes_[a].demerits < nodes_[b].demerits;
        });
        std::vector<std::size_t> ends;
        for (std::uint32_t node = *best; node != 0; node = nodes_[node].previous) ends.push_back(nodes_[node].at);
        std::reverse(ends.begin(), ends.end());
        return ends;
    }

private:
    /// Tries all lines that end here. False when no line can be active any more.
    bool try_break(std::uint32_t at, bool last) {
        const Break& end = breaks_[at];
        Candidates best;
        std::uint32_t lost = UINT32_MAX;  // the last node that no later line can begin at
        std::size_t kept = 0;
        bool found = false;
        for (const std::uint32_t index : active_) {
            const Node& node = nodes_[index];
            const Sum line = line_between(breaks_[node.at], end);
            const double target = node.first ? fitting_.first : fitting_.others;
            const double shrink = fitting_.justified ? line.shrink + tracking_closer * line.letters : 0;
            if (line.width - shrink <= target + slack) {
                found |= consider(best, index, end, line, target, last);
                active_[kept++] = index;
            } else if (line.width - end.hyphen - shrink <= target + 4) {
                active_[kept++] = index;  // only the hyphen, or a blank half of a mark, is too much
            } else {
                lost = index;
            }
        }
        active_.resize(kept);
        if (last) active_.clear();
        if (!found && active_.empty()) {
            if (!pass_.complete) return false;
            // Nothing fits: the shortest line that there is, or a line that is too long where a single character is.
            const std::uint32_t previous = lost != UINT32_MAX ? lost : 0;
            best[0][0] = {nodes_[previous].demerits + 1e9, previous};
        }
        for (std::uint8_t hyphens = 0; hyphens <= most_hyphens; ++hyphens)
            for (std::size_t fitness = 0; fitness < fitness_classes; ++fitness) {
                const Candidate& candidate = best[hyphens][fitness];
                if (std::isinf(candidate.demerits)) continue;
                // One that costs more and has more hyphens above it can't become the better one.
                if (hyphens == most_hyphens && best[hyphens - 1U][fitness].demerits <= candidate.demerits) continue;
                nodes_.push_back(
                    {at, candidate.previous, candidate.demerits, false, hyphens, static_cast<Fitness>(fitness)});
                active_.push_back(static_cast<std::uint32_t>(nodes_.size() - 1));
            }
        return true;
    }

    bool consider(Candidates& best, std::uint32_t index, const Break& end, const Sum& line, double target, bool last) {
        const Node& node = nodes_[index];
        const bool final = last && end.forced();
        double ratio = ratio_of(line, target);
        if (final && ratio > 0) ratio = 0;  // the last line may be as short as it is
        if (ratio > pass_.tolerance) return false;
        const double badness = std::min(worst_badness, 100 * std::abs(ratio * ratio * ratio));
        double penalty = end.penalty;
        if (!fitting_.justified && end.hyphenated()) penalty *= ragged_hyphen_factor;
        if (final && is_runt(node, end, line)) penalty += runt_penalty;
        const double cost = line_penalty + badness + penalty;
        double demerits = node.demerits + cost * cost;
        std::uint8_t hyphens = 0;
        if (end.hyphenated()) {
            hyphens = std::min<std::uint8_t>(node.hyphens + 1, most_hyphens);
            if (node.hyphens >= 1) demerits += hyphens_in_a_row;
            if (node.hyphens >= most_hyphens) demerits += third_hyphen;
        } else if (final && node.hyphens > 0) {
            demerits += hyphen_before_last;
        }
        const Fitness fitness = fitting_.justified ? fitness_of(ratio) : Fitness::decent;
        const int distance = std::abs(static_cast<int>(fitness) - static_cast<int>(node.fitness));
        if (distance > 1 && !node.first) demerits += unlike_neighbours;
        Candidate& candidate = best[hyphens][static_cast<std::size_t>(fitness)];
        if (demerits < candidate.demerits) candidate = {demerits, index};
        return true;
    }

    double ratio_of(const Sum& line, double target) const {
        const double missing = target - line.width;
        // A ragged line has no glue to judge it by: a sixth of the measure is thought a good edge.
        if (!fitting_.justified) return missing / (target / 6 + slack);
        const Stretching stretching = stretch_line(line, missing, target);
        // Moved letters are a little worse than the blanks alone that look so.
        const double moved = std::abs(stretching.tracking) / tracking_wider;
        return stretching.ratio + (missing >= 0 ? moved : -moved) / 2;
    }

    /// A last line of one short word.
    bool is_runt(const Node& node, const Break& end, const Sum& line) const {
        return !node.first && line.stretch <= 0 && line.width < fitting_.others / 6 && end.kind != BreakKind::begin;
    }

    std::span<const Break> breaks_;
    Fitting fitting_;
    Pass pass_;
    std::vector<Node> nodes_;
    std::vector<std::uint32_t> active_;
};

}  // namespace

Stretching stretch_line(const Sum& line, double missing, double target) {
    Stretching result;
    if (missing >= 0) {
        // Letters help once the blanks are stretched by their whole stretch.
        const double left = missing - line.stretch;
        if (left > 0 && line.letters > 0) result.tracking = std::min(left / line.letters, tracking_wider);
        // A line without a blank is judged as if it had one.
        result.ratio = (missing - result.tracking * line.letters) / std::max(line.stretch, target / 60);
        return result;
    }
    const double left = missing + line.shrink;
    if (left < 0 && line.letters > 0) result.tracking = std::max(left / line.letters, -tracking_closer);
    const double blanks = missing - result.tracking * line.letters;
    result.ratio = line.shrink > 0 ? std::max(-1.0, blanks / line.shrink) : blanks < -slack ? -1 : 0;
    return result;
}

Sum line_between(const Break& from, const Break& to) {
    return {to.before.width - from.after.width + to.hyphen - to.end_protrusion - from.begin_protrusion,
            std::max(0.0, to.before.stretch - from.after.stretch), std::max(0.0, to.before.shrink - from.after.shrink),
            std::max(0.0, to.before.letters - from.after.letters)};
}

std::vector<std::size_t> total_fit(std::span<const Break> breaks, const Fitting& fitting) {
    Fitter fitter(breaks, fitting);
    std::vector<std::size_t> ends;
    std::size_t from = 0;
    const std::size_t last = breaks.size() - 1;
    while (from < last) {
        std::size_t to = last;
        if (breaks[last].at - breaks[from].next > stretch_of_text + stretch_of_text / 2) {
            to = from + 1;
            while (to < last && breaks[to].at - breaks[from].next < stretch_of_text) ++to;
        }
        const bool first_line = ends.empty();
        std::optional<std::vector<std::size_t>> found;
        if (fitting.justified) found = fitter.fit(from, to, first_line, {tolerance, false});
        if (!found) found = fitter.fit(from, to, first_line, {std::numeric_limits<double>::infinity(), true});
        // The last lines of a stretch were made for an end that isn't one: they are fitted again with what follows.
        if (to != last && found->size() > 4) found->resize(found->size() - 3);
        ends.insert(ends.end(), found->begin(), found->end());
        from = ends.back();
    }
    if (ends.empty()) ends.push_back(last);
    return ends;
}

std::vector<std::size_t> first_fit(std::span<const Break> breaks, const Fitting& fitting) {
    std::vector<std::size_t> ends;
    std::size_t from = 0;
    const std::size_t last = breaks.size() - 1;
    while (from < last) {
        const double target = (ends.empty() ? fitting.first : fitting.others) + slack;
        std::size_t best = from + 1;
        for (std::size_t to = from + 1; to <= last; ++to) {
            const double width = line_between(breaks[from], breaks[to]).width;
            if (width <= target)
                best = to;
            else if (width - breaks[to].hyphen > target + 4)
                break;
        }
        ends.push_back(best);
        from = best;
    }
    if (ends.empty()) ends.push_back(last);
    return ends;
}

std::vector<std::size_t> balanced_fit(std::span<const Break> breaks, Fitting fitting) {
    fitting.justified = false;
    std::vector<std::size_t> best = first_fit(breaks, fitting);
    constexpr std::size_t most_lines = 12;
    if (best.size() < 2 || best.size() > most_lines) return best;
    double low = 0, high = fitting.others;
    const double indent = fitting.first - fitting.others;
    for (int round = 0; round < 12; ++round) {
        const double middle = (low + high) / 2;
        std::vector<std::size_t> tried = first_fit(breaks, {middle + indent, middle, false});
        bool fits = tried.size() <= best.size();
        std::size_t from = 0;
        for (std::size_t i = 0; i < tried.size() && fits; ++i) {
            fits = line_between(breaks[from], breaks[tried[i]]).width <= middle + (i == 0 ? indent : 0) + slack;
            from = tried[i];
        }
        if (fits) {
            best = std::move(tried);
            high = middle;
        } else {
            low = middle;
        }
    }
    return best;
}

}  // namespace notes_export::layout
