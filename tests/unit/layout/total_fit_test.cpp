// The choice of breaks for a whole paragraph, held against every way that there is.
#include "layout/inline/rivers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>
#include <utility>
#include <vector>

namespace notes_export::layout {
namespace {

using Ends = std::vector<std::size_t>;

/// A paragraph for breaking alone: words of given widths, glue of given kinds, places for hyphens.
class Widths {
public:
    Widths() {
        breaks_.resize(1);
        breaks_[0].kind = BreakKind::begin;
    }

    Widths& word(double width) {
        sum_.width += width;
        return *this;
    }

    Widths& blank(Sum glue = {10, 5, 10.0 / 3, 0}) {
        const Sum before = sum_;
        sum_ = {sum_.width + glue.width, sum_.stretch + glue.stretch, sum_.shrink + glue.shrink, 0};
        return push(BreakKind::blank, before);
    }

    Widths& hyphen(double width, double penalty) {
        push(BreakKind::hyphen, sum_);
        breaks_.back().hyphen = width;
        breaks_.back().penalty = penalty;
        return *this;
    }

    /// Behind a hyphen that is text.
    Widths& own_hyphen(double penalty) {
        push(BreakKind::own_hyphen, sum_);
        breaks_.back().penalty = penalty;
        return *this;
    }

    std::vector<Break> end() {
        push(BreakKind::end, sum_);
        return breaks_;
    }

private:
    Widths& push(BreakKind kind, const Sum& before) {
        Break made;
        made.kind = kind;
        made.at = ++offset_;
        made.next = ++offset_;
        made.before = before;
        made.after = sum_;
        breaks_.push_back(made);
        return *this;
    }

    std::vector<Break> breaks_;
    Sum sum_;
    std::uint32_t offset_ = 0;
};

std::vector<Break> words(const std::vector<double>& widths) {
    Widths paragraph;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (i > 0) paragraph.blank();
        paragraph.word(widths[i]);
    }
    return paragraph.end();
}

double ratio_of(const Break& from, const Break& to, double measure) {
    const Sum line = line_between(from, to);
    const double missing = measure - line.width;
    if (missing == 0 || (to.forced() && missing > 0)) return 0;
    return missing / (missing > 0 ? std::max(line.stretch, measure / 60) : line.shrink);
}

std::vector<double> ratios_of(const std::vector<Break>& breaks, const Ends& ends, double measure) {
    std::vector<double> ratios;
    std::size_t from = 0;
    for (const std::size_t end : ends) {
        ratios.push_back(ratio_of(breaks[from], breaks[end], measure));
        from = end;
    }
    return ratios;
}

/// What a way costs, written from the paper (p. 1128) and TeX's names for what it adds.
struct Prices {
    double line = 10, hyphens_in_a_row = 30000, third_hyphen = 20000000, hyphen_before_last = 5000,
           unlike_neighbours = 10000;
};

int fitness_of(double ratio) {
    return ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
}

double demerits_of(const std::vector<Break>& breaks, const Ends& ends, double measure, const Prices& prices) {
    double demerits = 0;
    int hyphens = 0;
    const std::vector<double> ratios = ratios_of(breaks, ends, measure);
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const Break& end = breaks[ends[i]];
        const double cost = prices.line + 100 * std::pow(std::abs(ratios[i]), 3) + end.penalty;
        demerits += cost * cost;
        if (i > 0 && std::abs(fitness_of(ratios[i]) - fitness_of(ratios[i - 1])) > 1)
            demerits += prices.unlike_neighbours;
        if (end.hyphenated()) {
            if (hyphens >= 1) demerits += prices.hyphens_in_a_row;
            if (hyphens >= 2) demerits += prices.third_hyphen;
        } else if (end.forced() && hyphens > 0) {
            demerits += prices.hyphen_before_last;
        }
        hyphens = end.hyphenated() ? hyphens + 1 : 0;
    }
    return demerits;
}

/// Tries every way whose lines are neither too long nor stretched beyond the tolerance.
class EveryWay {
public:
    EveryWay(const std::vector<Break>& breaks, double measure, const Prices& prices)
        : breaks_(breaks), measure_(measure), prices_(prices) {
        go_on(0);
    }

    const Ends& best() const { return best_; }
    std::size_t count() const { return count_; }

private:
    static constexpr double tolerance = 2.8;

    void go_on(std::size_t from) {
        if (from + 1 == breaks_.size()) {
            ++count_;
            const double demerits = demerits_of(breaks_, ends_, measure_, prices_);
            if (demerits < least_) {
                least_ = demerits;
                best_ = ends_;
            }
            return;
        }
        for (std::size_t to = from + 1; to < breaks_.size(); ++to) {
            const double ratio = ratio_of(breaks_[from], breaks_[to], measure_);
            if (!(ratio >= -1) && breaks_[to].hyphen == 0) break;
            if (!(ratio >= -1) || ratio > tolerance) continue;
            ends_.push_back(to);
            go_on(to);
            ends_.pop_back();
        }
    }

    const std::vector<Break>& breaks_;
    const double measure_;
    const Prices prices_;
    Ends ends_, best_;
    double least_ = std::numeric_limits<double>::infinity();
    std::size_t count_ = 0;
};

Ends best_of_all(const std::vector<Break>& breaks, double measure, const Prices& prices = {}) {
    return EveryWay(breaks, measure, prices).best();
}

/// The paragraph that Knuth and Plass explain their method with (the Brothers Grimm's Frog King), in the paper's own
/// widths of characters and of glue, in units of which 18 are an em; their line is 390 units wide.
std::vector<Break> frog_king() {
    constexpr std::string_view text =
        "In olden times when wish|ing still helped one, there lived a king whose daugh|ters were all beau|ti|ful; and "
        "the young|est was so beau|ti|ful that the sun it|self, which has seen so much, was aston|ished when|ever it "
        "shone in her face. Close by the king's cas|tle lay a great dark for|est, and un|der an old lime-tree in the "
        "for|est was a well, and when the day was very warm, the king's child went out into the for|est and sat down "
        "by the side of the cool foun|tain; and when she was bored she took a golden ball, and threw it up on high "
        "and caught it; and this ball was her fa|vor|ite play|thing.";
    constexpr double letters[] = {9,  10, 8,  10, 8, 6, 9, 10, 5, 6,  10, 5,  15,
                                  10, 9,  10, 10, 7, 7, 7, 10, 9, 13, 10, 10, 8};
    Widths paragraph;
    paragraph.word(18);  // the indent
    Sum glue{6, 3, 2, 0};
    for (const char c : text) {
        if (c == ' ') {
            paragraph.blank(std::exchange(glue, {6, 3, 2, 0}));
        } else if (c == '|') {
            paragraph.hyphen(6, 50);
        } else if (c == '-') {
            paragraph.word(6).own_hyphen(50);
        } else if (c >= 'a' && c <= 'z') {
            paragraph.word(letters[c - 'a']);
        } else {
            paragraph.word(c == 'C' ? 13 : c == 'I' ? 6 : 5);
            if (c == ',') glue = {6, 4, 2, 0};
            if (c == ';') glue = {6, 4, 1, 0};
            if (c == '.') glue = {8, 6, 1, 0};
        }
    }
    return paragraph.end();
}

}  // namespace

TEST(TotalFit, TheFrogKingIsSetAtLeastCost) {
    const std::vector<Break> breaks = frog_king();
    for (const double measure : {340.0, 390.0, 430.0, 500.0}) {
        const EveryWay every(breaks, measure, {});
        EXPECT_GT(every.count(), 100U) << measure;
        EXPECT_EQ(total_fit(breaks, {measure, measure, true}), every.best()) << measure;
    }
}

TEST(TotalFit, TheFrogKingsFirstLinesAreThoseOfThePaper) {
    // "In olden times when wishing still helped one, / there lived a king whose daughters were all beau- / tiful; …"
    const std::vector<Break> breaks = frog_king();
    const std::vector<double> ratios = ratios_of(breaks, total_fit(breaks, {390, 390, true}), 390);
    ASSERT_EQ(ratios.size(), 12U);
    EXPECT_NEAR(ratios[0], 0.857, 0.0005);
    EXPECT_NEAR(ratios[1], 0.000, 0.0005);
    EXPECT_NEAR(ratios[2], 0.280, 0.0005);
}

TEST(TotalFit, ATightLineDoesNotStandBesideALooseOne) {
    // Loose and tight, 28 28 16 | 8 26 18 24, costs a little less but for that; 28 28 16 8 | 26 18 24 is tight and
    // short.
    const std::vector<Break> breaks = words({28, 28, 16, 8, 26, 18, 24});
    Prices careless;
    careless.unlike_neighbours = 0;
    const auto is_unlike = [&](const Ends& ends) {
        const std::vector<double> ratios = ratios_of(breaks, ends, 100);
        for (std::size_t i = 1; i < ratios.size(); ++i)
            if (std::abs(fitness_of(ratios[i]) - fitness_of(ratios[i - 1])) > 1) return true;
        return false;
    };
    EXPECT_TRUE(is_unlike(best_of_all(breaks, 100, careless)));
    EXPECT_FALSE(is_unlike(total_fit(breaks, {100, 100, true})));
    EXPECT_EQ(total_fit(breaks, {100, 100, true}), best_of_all(breaks, 100));
}

TEST(TotalFit, TheLineBeforeTheLastDoesNotEndWithAHyphen) {
    // With the hyphen the first line is full, without it a little loose.
    Widths paragraph;
    for (int i = 0; i < 6; ++i) paragraph.word(6).blank();
    const std::vector<Break> breaks = paragraph.word(6).hyphen(4, 0).word(20).blank().word(10).end();
    Prices careless;
    careless.hyphen_before_last = 0;
    EXPECT_TRUE(breaks[best_of_all(breaks, 106, careless).front()].hyphenated());
    EXPECT_FALSE(breaks[total_fit(breaks, {106, 106, true}).front()].hyphenated());
}

TEST(TotalFit, WhereNoWayIsGoodEnoughLinesAreLooseAndNoneIsTooLong) {
    // A word of 90 cannot share a line of 100 with one of 30: the first line is stretched by any ratio.
    const std::vector<Break> breaks = words({30, 90, 30, 90, 20});
    EXPECT_TRUE(best_of_all(breaks, 100).empty());
    const Ends ends = total_fit(breaks, {100, 100, true});
    EXPECT_EQ(ends, (Ends{1, 2, 3, 4, 5}));
}

TEST(TotalFit, AWordThatIsWiderThanTheLineStandsAlone) {
    EXPECT_EQ(total_fit(words({30, 140, 30}), {100, 100, true}), (Ends{1, 2, 3}));
}

TEST(TotalFit, AFirstLineMayHaveAnotherWidth) {
    const std::vector<Break> breaks = words({30, 30, 30, 30, 30, 30});
    EXPECT_EQ(total_fit(breaks, {70, 110, true}), (Ends{2, 5, 6}));
}

TEST(TotalFit, ALastLineOfOneShortWordIsAvoided) {
    // Seven words fill a line; one of six, a little looser, leaves the last word a neighbour.
    Widths paragraph;
    for (int i = 0; i < 14; ++i) paragraph.word(5).blank({10, 5, 1, 0});
    const std::vector<Break> breaks = paragraph.word(8).end();
    EXPECT_EQ(best_of_all(breaks, 100), (Ends{7, 14, 15}));
    EXPECT_EQ(total_fit(breaks, {100, 100, true})[1], 13U);
}

TEST(TotalFit, BlanksDoNotMakeARiver) {
    const std::vector<Break> breaks = words({22, 20, 22, 16, 26, 30, 22, 22, 30, 12, 18});
    const Fitting fitting{100, 100, true};
    // Three words a line are loose, and their blanks stand below each other.
    const Ends with_river = total_fit(breaks, fitting);
    EXPECT_EQ(with_river, (Ends{3, 6, 9, 11}));
    EXPECT_EQ(rivers_in(breaks, with_river, fitting), (Ends{1}));
    const Ends ends = fit_without_rivers(breaks, fitting);
    EXPECT_EQ(ends, (Ends{4, 7, 10, 11}));
    EXPECT_TRUE(rivers_in(breaks, ends, fitting).empty());
}

TEST(TotalFit, ARiverThatNoOtherWayAvoidsIsLeft) {
    const std::vector<Break> breaks = words({24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24});
    const Fitting fitting{100, 100, true};
    EXPECT_FALSE(rivers_in(breaks, total_fit(breaks, fitting), fitting).empty());
    EXPECT_EQ(fit_without_rivers(breaks, fitting), total_fit(breaks, fitting));
}

TEST(TotalFit, ARaggedLineKeepsAWordWhole) {
    // Justified, the first line needs the hyphen; ragged, it may be short.
    const std::vector<Break> breaks = Widths().word(80).blank().word(6).hyphen(3, 135).word(20).blank().word(60).end();
    EXPECT_TRUE(breaks[total_fit(breaks, {100, 100, true}).front()].hyphenated());
    EXPECT_FALSE(breaks[total_fit(breaks, {100, 100, false}).front()].hyphenated());
}

TEST(TotalFit, BalancedLinesAreAsEvenAsTheirWordsAllow) {
    // One line less full is two lines alike: 40 30 | 40 30, not 40 30 40 | 30.
    const std::vector<Break> breaks = words({40, 30, 40, 30});
    EXPECT_EQ(first_fit(breaks, {135, 135, false}), (Ends{3, 4}));
    EXPECT_EQ(balanced_fit(breaks, {135, 135, false}), (Ends{2, 4}));
}

}  // namespace notes_export::layout
