// Where lines end.
#include <random>

#include "layout/inline/total_fit.hpp"
#include "unit/layout/paragraph_fixture.hpp"

namespace notes_export::layout {
namespace {

/// Words of these widths with blanks of TeX's proportions between: 10 wide, stretch 5, shrink 3 1/3.
std::vector<Break> breaks_of_words(const std::vector<double>& words) {
    std::vector<Break> breaks(1);
    breaks[0].kind = BreakKind::begin;
    Sum sum;
    std::uint32_t offset = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        Break end;
        sum.width += words[i];
        end.at = ++offset;
        end.before = sum;
        sum = {sum.width + 10, sum.stretch + 5, sum.shrink + 10.0 / 3};
        end.after = sum;
        end.next = ++offset;
        end.kind = i + 1 == words.size() ? BreakKind::end : BreakKind::blank;
        breaks.push_back(end);
    }
    return breaks;
}

}  // namespace

TEST(ParagraphBreaking, GermanIsHyphenatedByItsPatterns) {
    const auto lines = set({piece("Die Donaudampfschifffahrtsgesellschaftskapitänsmütze hängt")}, prose("de"), 90);
    bool hyphenated = false;
    for (const Line& line : lines) hyphenated |= line.hyphenated;
    EXPECT_TRUE(hyphenated);
    EXPECT_EQ(text_of(lines), "Die Donaudampfschifffahrtsgesellschaftskapitänsmütze hängt");
}

TEST(ParagraphBreaking, ADashBetweenBlanksRatherEndsALine) {
    const std::string text =
        "A line of prose may come to its end where a dash stands \u2013 or behind it, as here \u2013 and who reads on "
        "would take a dash that begins the line below for the mark of an item \u2013 which it is not.";
    int begins = 0, ends = 0;
    for (double measure = 150; measure < 330; measure += 2)
        for (const Line& line : set({piece(text)}, prose(), measure)) {
            begins += text_of(line).starts_with("\u2013");
            ends += text_of(line).ends_with("\u2013 ");
        }
    EXPECT_GT(ends, 10);
    EXPECT_LT(begins * 3, ends);
}

TEST(ParagraphBreaking, AHyphenOfOursIsAMarkWithoutText) {
    const auto lines = set({piece("incomprehensibilities everywhere")}, prose("en"), 70);
    ASSERT_TRUE(lines[0].hyphenated);
    const auto& run = std::get<GlyphRun>(lines[0].items.back());
    EXPECT_TRUE(run.mark);
    EXPECT_TRUE(run.text.empty());
}

TEST(ParagraphBreaking, AHyphenLeavesTwoLettersBeforeItAndThreeBehind) {
    const std::string text =
        "Aber ebenso oder überall abendliche Oberarme, idealerweise andere Epochen, aneinander unübersehbare Ebenen, "
        "unangenehme Abenteuer; ihre Ideale erinnern an alte Oasen.";
    std::size_t hyphens = 0;
    for (double measure = 60; measure < 160; measure += 3) {
        const auto lines = set({piece(text)}, prose("de"), measure);
        for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
            if (!lines[i].hyphenated) continue;
            ++hyphens;
            const std::string before = text_of(lines[i]), behind = text_of(lines[i + 1]);
            EXPECT_GE(before.size() - (before.find_last_of(' ') + 1), 2U) << before;  // npos + 1 is 0
            EXPECT_GE(std::min(behind.find_first_of(" ,;."), behind.size()), 3U) << behind;
        }
    }
    EXPECT_GT(hyphens, 20U);
}

TEST(ParagraphBreaking, CapitalsAndCodeAreNotHyphenated) {
    for (const auto& lines : {set({piece("A INCOMPREHENSIBILITIES everywhere")}, prose(), 140),
                              set({piece("a incomprehensibilities", mono(9))}, prose(), 140)})
        for (const Line& line : lines) EXPECT_FALSE(line.hyphenated);
}

TEST(ParagraphBreaking, AddressesBreakBehindTheirMarks) {
    const std::string url = "https://example.org/a/rather/long/path/to/something?with=questions&and=answers";
    const auto lines = set({piece(url, mono())}, prose("en", Setting::ragged), 120);
    ASSERT_GT(lines.size(), 2U);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i)
        EXPECT_NE(std::string("/?&=.-_#%").find(text_of(lines[i]).back()), std::string::npos) << text_of(lines[i]);
    EXPECT_EQ(text_of(lines), url);
}

TEST(ParagraphBreaking, AWordWiderThanTheMeasureIsBrokenAnywhere) {
    const std::string word(200, 'x');
    const auto lines = set({piece(word)}, prose(), 60);
    EXPECT_GT(lines.size(), 5U);
    for (const Line& line : lines) EXPECT_LE(extent(line).right, 60.01);
    EXPECT_EQ(text_of(lines), word);
}

TEST(ParagraphBreaking, TotalFitSparesALooseLineLaterOn) {
    // First fit fills the first line and leaves a hole in the second: 30 30 20 | 60 | 70.
    const auto breaks = breaks_of_words({30, 30, 20, 60, 70});
    const Fitting fitting{100, 100, true};
    EXPECT_EQ(first_fit(breaks, fitting), (std::vector<std::size_t>{3, 4, 5}));
    EXPECT_EQ(total_fit(breaks, fitting), (std::vector<std::size_t>{2, 4, 5}));
}

TEST(ParagraphBreaking, NoThreeLinesInARowEndWithAHyphen) {
    std::string text;
    for (int i = 0; i < 8; ++i)
        text +=
            "Die Sprache soll es möglich machen, dass man Programme schreibt, die schnell sind und deren Speicher "
            "sicher verwaltet wird, ohne dass eine automatische Speicherbereinigung nötig ist. Wer sie lernt, muss "
            "einige Eigenheiten kennenlernen, doch die Fehlermeldungen des Übersetzers sind verständlich. ";
    for (const double measure : {280.0, 324.0, 380.0}) {
        int in_a_row = 0;
        for (const Line& line : set({piece(text)}, prose("de"), measure)) {
            in_a_row = line.hyphenated ? in_a_row + 1 : 0;
            EXPECT_LT(in_a_row, 3) << measure;
        }
    }
}

TEST(ParagraphBreaking, ABreakOfThreeHyphensIsLeftForOneThatIsALittleLoose) {
    // Four lines of 100: each is full with a hyphen in its last word, and ten short without that syllable.
    std::vector<Break> breaks(1);
    breaks[0].kind = BreakKind::begin;
    Sum sum;
    std::uint32_t offset = 0;
    for (int line = 0; line < 4; ++line) {
        for (const double word : {30.0, 40.0}) {
            sum.width += word;
            Break blank;
            blank.kind = line == 3 && word == 40 ? BreakKind::end : BreakKind::blank;
            blank.at = ++offset;
            blank.before = sum;
            sum = {sum.width + 10, sum.stretch + 10, sum.shrink + 3};
            blank.after = sum;
            blank.next = ++offset;
            breaks.push_back(blank);
        }
        if (line == 3) break;
        sum.width += 8;
        Break hyphen;
        hyphen.kind = BreakKind::hyphen;
        hyphen.at = hyphen.next = ++offset;
        hyphen.before = hyphen.after = sum;
        hyphen.hyphen = 2;
        hyphen.penalty = 30;
        breaks.push_back(hyphen);
        sum.width += 4;
    }
    int in_a_row = 0;
    for (const std::size_t end : total_fit(breaks, {100, 100, true})) {
        in_a_row = breaks[end].hyphenated() ? in_a_row + 1 : 0;
        EXPECT_LT(in_a_row, 3);
    }
}

TEST(ParagraphBreaking, MarksOfAMonospacedFaceProtrudeByLittle) {
    for (double measure = 120; measure < 160; measure += 7) {
        const auto lines = set({piece("read the file "), piece("std.io.read.", mono(9)), piece(" and write it to "),
                                piece("std.io.write.", mono(9)), piece(" without more ado, again and again.")},
                               prose(), measure);
        for (const Line& line : lines) EXPECT_LE(extent(line).right, measure + 9.8 * 0.28 + 0.01) << measure;
    }
}

TEST(ParagraphBreaking, CodeKeepsItsBlanksAndGoesOnBehindAMark) {
    ParagraphStyle style;
    style.code = true;
    const std::string code = "    call(first_argument, second_argument, third_argument)  # why";
    const auto lines = set({piece(code, mono())}, style, 150);
    ASSERT_GT(lines.size(), 1U);
    EXPECT_EQ(text_of(lines), code);
    EXPECT_TRUE(std::get<GlyphRun>(lines[1].items.front()).mark);
    for (const Line& line : lines) EXPECT_LE(extent(line).right, 150.01);
}

TEST(ParagraphBreaking, TabsStandAtEveryFourthColumn) {
    ParagraphStyle style;
    style.code = true;
    const auto with_tab = set({piece("ab\tc", mono())}, style, 150);
    const auto with_blanks = set({piece("ab  c", mono())}, style, 150);
    EXPECT_NEAR(extent(with_tab[0]).right, extent(with_blanks[0]).right, 0.01);
    EXPECT_EQ(text_of(with_tab), "ab\tc");
}

TEST(ParagraphBreaking, LineEndsWithinCodeAreKept) {
    ParagraphStyle style;
    style.code = true;
    EXPECT_EQ(set({piece("one\n\n  two", mono())}, style, 150).size(), 3U);
}

TEST(ParagraphBreaking, NoTextIsWiderThanTheMeasure) {
    const std::vector<std::string> words{"the",
                                         "incomprehensible",
                                         "«Größe»",
                                         "مرحبا",
                                         "بالعالم",
                                         "日本語の文章。",
                                         "「引用」",
                                         "中文",
                                         "ภาษาไทย",
                                         "नमस्ते",
                                         "👩‍👩‍👧",
                                         "123,45",
                                         "x",
                                         "well-known",
                                         "Ελλάδα",
                                         "שלום",
                                         "한국어",
                                         "e.g.",
                                         "https://example.org/path?x=1"};
    std::mt19937 random(4711);
    for (int round = 0; round < 60; ++round) {
        std::vector<Piece> pieces;
        std::string text;
        for (int i = 0; i < 40; ++i) text += words[random() % words.size()] + (random() % 5 ? " " : "");
        pieces.push_back(piece(text));
        const double measure = 60 + static_cast<double>(random() % 300);
        for (const Setting setting : {Setting::justified, Setting::ragged, Setting::balanced}) {
            const auto lines = set(pieces, prose("en", setting), measure);
            for (const Line& line : lines) {
                EXPECT_LE(line.width.value, measure + 0.01) << text_of(line) << " in " << measure;
                EXPECT_GE(extent(line).left, -10);
                EXPECT_LE(extent(line).right, measure + 10);
            }
        }
    }
}

// Quadratic work would run into the test runner's time limit.
TEST(ParagraphBreaking, AParagraphOfAMegabyteIsSet) {
    std::string text;
    while (text.size() < 1'000'000) text += "Lorem ipsum dolor sit amet, consectetur adipiscing elit. ";
    const auto lines = set({piece(text)}, prose("la"), 324);
    EXPECT_GT(lines.size(), 10'000U);
}

TEST(ParagraphBreaking, AMegabyteWithoutABlankIsSet) {
    std::string word, han;
    while (word.size() < 1'000'000) word += "ab";
    while (han.size() < 300'000) han += "漢字";
    EXPECT_GT(set({piece(word)}, prose(), 324).size(), 10'000U);
    EXPECT_GT(set({piece(han)}, prose("ja"), 324).size(), 2'000U);
}

}  // namespace notes_export::layout
