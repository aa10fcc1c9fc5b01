// Scripts, directions and fonts.
#include "unit/layout/paragraph_fixture.hpp"

namespace notes_export::layout {
namespace {

std::vector<const GlyphRun*> runs(const Line& line) {
    std::vector<const GlyphRun*> all;
    for (const PageItem& item : line.items)
        if (const auto* run = std::get_if<GlyphRun>(&item)) all.push_back(run);
    return all;
}

bool installed(std::u32string_view cluster, std::string_view language = {}) {
    return test_fonts().for_cluster(cluster, {}, language).valid();
}

}  // namespace

TEST(ParagraphScripts, ArabicRunsFromRightToLeft) {
    if (!installed(U"س")) GTEST_SKIP() << "no Arabic font";
    const auto lines = set({piece("سلام دنیا")}, prose("fa"), 200);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_TRUE(lines[0].right_to_left);
    EXPECT_NEAR(extent(lines[0]).right, 200, 0.01);
    const auto all = runs(lines[0]);
    ASSERT_FALSE(all.empty());
    EXPECT_EQ(text_of(lines[0]), "سلام دنیا");
    // Glyphs go from left to right, so their characters go backwards.
    EXPECT_GT(all[0]->glyphs.front().cluster, all[0]->glyphs.back().cluster);
    for (std::size_t i = 1; i < all[0]->glyphs.size(); ++i)
        EXPECT_GE(all[0]->glyphs[i].x.value + 2, all[0]->glyphs[i - 1].x.value);
}

TEST(ParagraphScripts, LatinWithinArabicKeepsItsOrder) {
    if (!installed(U"س")) GTEST_SKIP() << "no Arabic font";
    const auto lines = set({piece("زبان Rust خوب است")}, prose("fa"), 300);
    const auto all = runs(lines[0]);
    ASSERT_GE(all.size(), 3U);
    bool found = false;
    for (const GlyphRun* run : all)
        if (run->text.find("Rust") != std::string::npos) {
            found = true;
            EXPECT_FALSE(run->right_to_left);
            EXPECT_LT(run->glyphs.front().cluster, run->glyphs.back().cluster);
        }
    EXPECT_TRUE(found);
    // The first word stands rightmost.
    EXPECT_GT(all.back()->origin.x.value, all.front()->origin.x.value);
    EXPECT_NE(all.back()->text.find("زبان"), std::string::npos);
}

TEST(ParagraphScripts, MarksTellWhereAStretchOfTheOtherDirectionEnds) {
    if (!installed(U"س")) GTEST_SKIP() << "no Arabic font";
    const auto logical = [](const std::string& text) {
        std::string runs;
        const std::vector<Line> lines = set({piece(text)}, prose("fa"), 300);
        for (const PageItem& item : lines.at(0).items)
            if (const auto* run = std::get_if<GlyphRun>(&item)) runs = run->text + "|" + runs;
        return runs;
    };
    // A blank behind Latin letters, and one behind the Arabic comma, which poppler takes for a figure.
    EXPECT_EQ(logical("با HTML است"), "با |HTML|\u200F |\u200Eاست|");
    EXPECT_EQ(logical("این، آن"), "این،\u200F آن|");
    EXPECT_EQ(logical("این آن"), "این آن|");
}

TEST(ParagraphScripts, CodeInArabicIsIsolated) {
    if (!installed(U"س")) GTEST_SKIP() << "no Arabic font";
    const auto lines = set({piece("کد "), piece("a + b;", mono()), piece(" است")}, prose("fa"), 300);
    for (const GlyphRun* run : runs(lines[0]))
        if (run->text.find('+') != std::string::npos) {
            EXPECT_EQ(run->text, "a + b;");
            EXPECT_FALSE(run->right_to_left);
        }
}

TEST(ParagraphScripts, JapaneseKeepsMarksFromTheLineBegin) {
    if (!installed(U"日", "ja")) GTEST_SKIP() << "no Japanese font";
    std::string text;
    for (int i = 0; i < 30; ++i) text += "これは日本語、「文章」です。";
    const auto lines = set({piece(text)}, prose("ja"), 171);
    ASSERT_GT(lines.size(), 5U);
    for (const Line& line : lines) {
        const std::string begin = text_of(line).substr(0, 3);
        EXPECT_NE(begin, "、");
        EXPECT_NE(begin, "。");
        EXPECT_NE(begin, "」");
        EXPECT_LE(line.width.value, 171.01);
        if (!line.last) {
            EXPECT_NEAR(line.width.value, 171, 0.01) << text_of(line);
        }
    }
    EXPECT_EQ(text_of(lines), text);
}

TEST(ParagraphScripts, AQuarterEmStandsBetweenHanAndLatin) {
    if (!installed(U"中", "zh-Hans")) GTEST_SKIP() << "no Chinese font";
    const auto width = [](const std::string& text) {
        return content_widths({piece(text)}, prose("zh-Hans"), test_fonts()).most.value;
    };
    EXPECT_NEAR(width("中文n"), width("中文") + width("n") + 9.8 / 4, 0.1);
}

TEST(ParagraphScripts, HanFormsFollowTheLanguage) {
    const auto japanese = test_fonts().for_cluster(U"直", {}, "ja"),
               chinese = test_fonts().for_cluster(U"直", {}, "zh-Hans");
    if (!japanese.valid() || !chinese.valid()) GTEST_SKIP() << "no Han font";
    EXPECT_NE(japanese, chinese);
}

TEST(ParagraphScripts, ABlankOfFixedWidthAmongHanIsNotStretched) {
    if (!installed(U"本", "ja")) GTEST_SKIP() << "no Japanese font";
    std::string text = "見出し\u2002";
    for (int i = 0; i < 40; ++i) text += "本";
    const auto gap = [&](Setting setting) {
        std::vector<double> ends;  // of the heading, begin of the text
        const auto lines = set({piece(text)}, prose("ja", setting), 190);
        for (const GlyphRun* run : runs(lines[0]))
            for (const PlacedGlyph& glyph : run->glyphs) {
                const double x = (run->origin.x + glyph.x).value;
                if (run->text.compare(glyph.cluster, 3, "し") == 0) ends.push_back(x + 9.8);
                if (run->text.compare(glyph.cluster, 3, "本") == 0 && ends.size() == 1) ends.push_back(x);
            }
        return ends.size() == 2 ? ends[1] - ends[0] : -1;
    };
    EXPECT_GT(gap(Setting::ragged), 0);
    EXPECT_NEAR(gap(Setting::justified), gap(Setting::ragged), 0.01);
}

TEST(ParagraphScripts, APassageInAnotherHanLanguageHasItsForms) {
    if (!installed(U"直", "ja") || !installed(U"直", "zh-Hant")) GTEST_SKIP() << "no Han font";
    TextStyle japanese = serif();
    japanese.language = "ja";
    const auto lines = set({piece("直"), piece("直", japanese)}, prose("zh-Hant"), 200);
    ASSERT_EQ(lines.size(), 1U);
    const auto all = runs(lines[0]);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_NE(all[0]->face, all[1]->face);
}

TEST(ParagraphScripts, ThaiBreaksBetweenWords) {
    if (!installed(U"ก")) GTEST_SKIP() << "no Thai font";
    const std::string text = "ภาษาไทยเป็นภาษาที่มีระดับเสียงของคำแน่นอนหรือวรรณยุกต์เช่นเดียวกับภาษาจีน";
    const auto lines = set({piece(text)}, prose("th"), 150);
    ASSERT_GT(lines.size(), 1U);
    EXPECT_EQ(text_of(lines), text);
    for (const Line& line : lines) EXPECT_LE(line.width.value, 150.01);
}

TEST(ParagraphScripts, AFamilyOfEmojiIsOneGlyph) {
    if (!installed(U"👩‍👩‍👧")) GTEST_SKIP() << "no emoji font";
    for (const char* emoji : {"👩‍👩‍👧", "🇩🇪", "👍🏽", "❤️"}) {
        const auto lines = set({piece(emoji)}, prose(), 100);
        ASSERT_EQ(lines.size(), 1U);
        std::size_t drawn = 0;
        for (const GlyphRun* run : runs(lines[0])) {
            EXPECT_TRUE(test_fonts().info(run->face).colour_bitmaps) << emoji;
            for (const PlacedGlyph& glyph : run->glyphs) drawn += glyph.advance.value > 0;
        }
        EXPECT_EQ(drawn, 1U) << emoji;
        EXPECT_EQ(text_of(lines), emoji);
    }
}

TEST(ParagraphScripts, ACharacterNoFontHasIsAFrameAndStaysInTheText) {
    const auto lines = set({piece("a\U000F1234b")}, prose(), 100);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].missing, std::vector<char32_t>{0xF1234});
    EXPECT_EQ(text_of(lines), "a\U000F1234b");
}

TEST(ParagraphScripts, BoxDrawingComesFromTheMonospaceFace) {
    const auto lines = set({piece("┌──┐ ok", mono())}, prose("en", Setting::ragged), 200);
    for (const GlyphRun* run : runs(lines[0])) EXPECT_EQ(run->face, test_fonts().bundled(mono().font));
}

}  // namespace notes_export::layout
