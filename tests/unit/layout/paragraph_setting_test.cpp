// How lines of each setting stand in the measure.
#include "unit/layout/paragraph_fixture.hpp"

namespace notes_export::layout {
namespace {

const std::string sentence =
    "In olden times when wishing still helped one, there lived a king whose daughters were all beautiful; and the "
    "youngest was so beautiful that the sun itself, which has seen so much, was astonished whenever it shone in her "
    "face.";

}  // namespace

TEST(ParagraphSetting, JustifiedLinesFillTheMeasure) {
    const auto lines = set({piece(sentence)}, prose(), 200);
    ASSERT_GT(lines.size(), 3U);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        EXPECT_NEAR(lines[i].width.value, 200, 0.01) << text_of(lines[i]);
        EXPECT_LE(extent(lines[i]).right, 200 + 5);
        EXPECT_GE(extent(lines[i]).left, -5);
    }
    EXPECT_TRUE(lines.back().last);
}

TEST(ParagraphSetting, TextIsKeptToTheLetter) {
    EXPECT_EQ(text_of(set({piece(sentence)}, prose(), 150)), sentence);
}

TEST(ParagraphSetting, BlanksCollapseAndThoseAtTheEndsGo) {
    EXPECT_EQ(text_of(set({piece("  one \n two  "), piece("  three ")}, prose(), 200)), "one two three");
}

TEST(ParagraphSetting, RaggedLinesKeepTheirSpaces) {
    const auto lines = set({piece(sentence)}, prose("en", Setting::ragged), 200);
    for (const Line& line : lines) {
        EXPECT_LE(line.width.value, 200.001);
        EXPECT_EQ(line.ratio, 0);
    }
}

TEST(ParagraphSetting, CenteredLinesHaveTheSameRoomAtBothSides) {
    const auto lines = set({piece("a short line")}, prose("en", Setting::centered), 200);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_NEAR(extent(lines[0]).left, 200 - extent(lines[0]).right, 0.01);
}

TEST(ParagraphSetting, BalancedLinesAreOfLikeWidth) {
    const std::string title = "A heading that is a little too long for one line";
    const double whole = content_widths({piece(title)}, prose(), test_fonts()).most.value;
    ParagraphStyle style = prose("en", Setting::balanced);
    style.hyphenate = false;
    const auto lines = set({piece(title)}, style, whole * 0.9);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_GT(lines[1].width.value, 0.6 * lines[0].width.value);
}

TEST(ParagraphSetting, AKeptLineThatIsTurnedOverHangs) {
    ParagraphStyle style = prose("en", Setting::ragged);
    style.hang = {10};
    const auto lines = set({piece(sentence), BreakPiece{}, piece("next")}, style, 200);
    EXPECT_NEAR(extent(lines[0]).left, 0, 0.5);
    EXPECT_NEAR(extent(lines[1]).left, 10, 0.5);
    EXPECT_EQ(text_of(lines.back()), "next");
    EXPECT_NEAR(extent(lines.back()).left, 0, 0.5);
}

TEST(ParagraphSetting, FullStopsProtrude) {
    const auto lines = set({piece("aaaa bbbb cccc dddd eeee. ffff gggg hhhh iiii jjjj. kkkk llll mmmm nnnn")}, prose(),
                           content_widths({piece("aaaa bbbb cccc dddd eeee.")}, prose(), test_fonts()).most.value);
    ASSERT_GE(lines.size(), 2U);
    EXPECT_GT(extent(lines[0]).right, lines[0].width.value + 0.5);
}

TEST(ParagraphSetting, QuotesProtrudeAtTheBeginOfALine) {
    const std::string text = "\u201Caaaa bbbb cccc\u201D dddd eeee ffff gggg hhhh iiii jjjj kkkk llll mmmm nnnn oooo";
    ParagraphStyle style = prose();
    EXPECT_LT(extent(set({piece(text)}, style, 150)[0]).left, -1);
    style.protrude = false;
    EXPECT_GE(extent(set({piece(text)}, style, 150)[0]).left, -0.001);
}

TEST(ParagraphSetting, AHyphenOfOursProtrudes) {
    bool hyphenated = false;
    for (double measure = 120; measure < 200; measure += 5)
        for (const Line& line :
             set({piece(sentence + " Incomprehensibilities notwithstanding, understanding.")}, prose(), measure)) {
            if (!line.hyphenated || line.ratio > 1) continue;  // a line that is far too loose is left short
            hyphenated = true;
            const auto& hyphen = std::get<GlyphRun>(line.items.back());
            const double width = Points(hyphen.glyphs[0].advance).value;
            EXPECT_NEAR(extent(line).right - measure, 0.7 * width, 0.1) << text_of(line);
        }
    EXPECT_TRUE(hyphenated);
}

TEST(ParagraphSetting, NothingProtrudesFromCode) {
    const std::string text = " aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj kkkk llll mmmm nnnn oooo";
    EXPECT_GE(extent(set({piece("\"quoted\"", mono()), piece(text)}, prose(), 150)[0]).left, -0.001);
}

TEST(ParagraphSetting, ContentWidthsHoldMarksThatWouldProtrude) {
    const ContentWidths widths = content_widths({piece("10.")}, prose(), test_fonts());
    EXPECT_EQ(set({piece("10.")}, prose("en", Setting::right), widths.most.value).size(), 1U);
}

TEST(ParagraphSetting, NothingProtrudesIntoALabel) {
    const std::string text = "\u201Caaaa bbbb cccc\u201D dddd eeee ffff gggg hhhh iiii jjjj kkkk llll mmmm nnnn oooo";
    ParagraphStyle style = prose();
    style.beside_label = true;
    EXPECT_GE(extent(set({piece(text)}, style, 150)[0]).left, -0.001);
}

TEST(ParagraphSetting, NothingProtrudesFromRaggedLines) {
    for (const Line& line : set({piece("\u201C" + sentence + "\u201D")}, prose("en", Setting::ragged), 150)) {
        EXPECT_GE(extent(line).left, -0.5);
        EXPECT_LE(extent(line).right, 150.01);
    }
}

TEST(ParagraphSetting, ContentWidthsAreThoseOfTheLongestWordAndOfTheWholeLine) {
    const ContentWidths widths = content_widths({piece("one extraordinary thing")}, prose(), test_fonts());
    const ContentWidths word = content_widths({piece("extraordinary")}, prose(), test_fonts());
    EXPECT_NEAR(widths.least.value, word.most.value, 0.1);
    EXPECT_EQ(set({piece("one extraordinary thing")}, prose("en", Setting::ragged), widths.most.value).size(), 1U);
}

TEST(ParagraphSetting, AddressesMayBeParted) {
    const ContentWidths widths =
        content_widths({piece("example.org/questions/answers", mono())}, prose(), test_fonts());
    const ContentWidths part = content_widths({piece("questions/", mono())}, prose(), test_fonts());
    EXPECT_NEAR(widths.parted.value, part.most.value, 0.1);
    EXPECT_NEAR(widths.least.value, widths.most.value, 0.1);
}

TEST(ParagraphSetting, IdentifiersArePartedAtTheirSeamsWhereTheStyleSaysSo) {
    TextStyle seams = serif();
    seams.seams = true;
    const TextPiece name{"AuthRoleGrantHTTPServer", seams, {}, {}};
    const ContentWidths widths = content_widths({name}, prose(), test_fonts());
    EXPECT_NEAR(widths.parted.value, content_widths({piece("Server")}, prose(), test_fonts()).most.value, 0.1);
    EXPECT_NEAR(widths.least.value, widths.most.value, 0.1);
    const ContentWidths whole = content_widths({piece(name.text)}, prose(), test_fonts());
    EXPECT_NEAR(whole.parted.value, whole.most.value, 0.1);
}

TEST(ParagraphSetting, ALongPieceOfCodeIsPartedBeforeACapitalLetter) {
    const Points room = content_widths({piece("filenameWithoutExten", mono())}, prose(), test_fonts()).most;
    const auto lines = set({piece("filenameWithoutExtension", mono())}, prose("en", Setting::ragged), room.value);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(text_of(lines[1]), "Extension");
}

TEST(ParagraphSetting, AnEmptyParagraphHasNoLines) {
    EXPECT_TRUE(set({}, prose(), 100).empty());
    EXPECT_TRUE(set({piece("  ")}, prose(), 100).empty());
}

TEST(ParagraphSetting, PlacesAndFootnotesComeWithTheirLine) {
    const auto lines = set({piece(sentence), PlacePiece{AnchorId{3}}, FootnotePiece{7}}, prose(), 200);
    EXPECT_EQ(lines.back().places.size(), 1U);
    EXPECT_EQ(lines.back().footnotes, std::vector<std::uint32_t>{7});
    EXPECT_TRUE(lines.front().footnotes.empty());
}

TEST(ParagraphSetting, AnAnchorAloneIsALine) {
    const auto lines = set({PlacePiece{AnchorId{3}}}, prose(), 200);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].places.size(), 1U);
}

TEST(ParagraphSetting, PageNumbersHaveRoomAndAreSetLater) {
    PageNumberPiece number;
    number.style = serif();
    number.before = " (p. ";
    number.after = ")";
    const auto lines = set({piece("see there"), number}, prose(), 200);
    ASSERT_EQ(lines.size(), 1U);
    ASSERT_EQ(lines[0].page_numbers.size(), 1U);
    const auto items = set_page_number(lines[0].page_numbers[0], "123", test_fonts());
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(std::get<GlyphRun>(items[0]).text, "(p. 123)");
    EXPECT_NEAR(lines[0].page_numbers[0].x.value, extent(lines[0]).right, 0.01);
}

TEST(ParagraphSetting, APictureHasRoomWhereNoTextStandsBeforeIt) {
    const auto lines =
        set({PicturePiece{{}, {{100}, {80}}, {}, {}, serif()}, BreakPiece{}, piece("below")}, prose(), 200);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_NEAR(lines[0].ascent.value, 80, 0.01);
    EXPECT_EQ(lines[1].ascent.value, 0);
}

}  // namespace notes_export::layout
