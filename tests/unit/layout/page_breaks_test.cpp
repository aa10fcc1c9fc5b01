// Where pages end, by the rules of page breaking alone.
#include "layout/pages/page_breaks.hpp"

#include <gtest/gtest.h>

namespace notes_export::layout {
namespace {

constexpr PageRoom ten_lines{140, 14, 7, 14};

std::vector<BreakRow> lines(std::size_t count) {
    std::vector<BreakRow> rows(count);
    for (BreakRow& row : rows) row.height = 14;
    return rows;
}

void add_paragraph(std::vector<BreakRow>& rows, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        BreakRow row;
        row.height = 14;
        row.space = i == 0 ? 7 : 0;
        row.cost = i > 0 && (i == 1 || i + 1 == count) ? 10000 : 0;
        rows.push_back(row);
    }
}

TEST(PageBreaks, AFullPageEndsOnItsLastLine) {
    const auto ends = break_pages(lines(25), {}, ten_lines).ends;
    ASSERT_EQ(ends.size(), 3U);
    EXPECT_EQ(ends[0].row, 10U);
    EXPECT_EQ(ends[1].row, 20U);
    EXPECT_EQ(ends[2].row, 25U);
}

TEST(PageBreaks, APageEndsOneLineShortToSaveAWidow) {
    std::vector<BreakRow> rows;
    add_paragraph(rows, 11);
    add_paragraph(rows, 5);
    const auto ends = break_pages(rows, {}, ten_lines).ends;
    ASSERT_EQ(ends.size(), 2U);
    EXPECT_EQ(ends[0].row, 9U);
}

TEST(PageBreaks, TheLastPageHasThreeLines) {
    std::vector<BreakRow> rows;
    add_paragraph(rows, 11);
    const auto ends = break_pages(rows, {}, ten_lines).ends;
    ASSERT_EQ(ends.size(), 2U);
    EXPECT_EQ(ends[0].row, 8U);
}

TEST(PageBreaks, AHeadingAndALineDoNotMakeALastPage) {
    std::vector<BreakRow> rows;
    add_paragraph(rows, 5);
    add_paragraph(rows, 4);
    add_paragraph(rows, 2);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].space = 0;
        if (i != 5 && i != 9 && i > 0) rows[i].cost = 100000;
    }
    const auto ends = break_pages(rows, {}, ten_lines).ends;
    ASSERT_EQ(ends.size(), 2U);
    EXPECT_EQ(ends[0].row, 5U);
}

TEST(PageBreaks, AParagraphOfThreeLinesIsNotDivided) {
    std::vector<BreakRow> rows;
    add_paragraph(rows, 8);
    add_paragraph(rows, 3);
    const auto ends = break_pages(rows, {}, ten_lines).ends;
    ASSERT_EQ(ends.size(), 2U);
    EXPECT_EQ(ends[0].row, 8U);
}

TEST(PageBreaks, NoFirstLineOfAParagraphEndsAPage) {
    std::vector<BreakRow> rows;
    add_paragraph(rows, 8);
    add_paragraph(rows, 6);  // its first line would fit
    const auto ends = break_pages(rows, {}, ten_lines).ends;
    ASSERT_EQ(ends.size(), 2U);
    EXPECT_EQ(ends[0].row, 8U);
}

TEST(PageBreaks, AHeadingGoesOverleafWithItsText) {
    std::vector<BreakRow> rows = lines(14);
    rows[9].cost = 100000;  // behind the heading, which is the ninth row's
    const auto ends = break_pages(rows, {}, {126, 14, 7, 14}).ends;
    EXPECT_EQ(ends[0].row, 8U);
}

TEST(PageBreaks, WhatAPageRepeatsTakesRoomOnIt) {
    std::vector<BreakRow> rows = lines(30);
    for (std::size_t i = 1; i < rows.size(); ++i) rows[i].head = 28;  // a table's head of two lines
    const auto ends = break_pages(rows, {}, ten_lines).ends;
    EXPECT_EQ(ends[0].row, 10U);
    EXPECT_EQ(ends[1].row, 18U);
}

TEST(PageBreaks, SpaceAtThePageTopVanishes) {
    std::vector<BreakRow> rows = lines(10);
    BreakRow next;
    next.height = 140;
    next.space = 50;
    rows.push_back(next);
    const auto ends = break_pages(rows, {}, ten_lines).ends;
    EXPECT_EQ(ends.size(), 2U);
}

TEST(PageBreaks, NoTitleStandsInTheLastFifth) {
    std::vector<BreakRow> rows = lines(16);
    rows[9].opening = true;
    const auto ends = break_pages(rows, {}, ten_lines).ends;
    EXPECT_EQ(ends[0].row, 9U);
}

TEST(PageBreaks, AStripTallerThanThePageStillEnds) {
    std::vector<BreakRow> rows = lines(3);
    rows[1].height = 500;
    const auto ends = break_pages(rows, {}, ten_lines).ends;
    ASSERT_EQ(ends.size(), 3U);
    EXPECT_EQ(ends.back().row, 3U);
}

TEST(PageBreaks, FootnotesStandOnThePageThatRefersToThem) {
    std::vector<BreakRow> rows = lines(12);
    for (std::size_t i = 3; i < rows.size(); ++i) rows[i].feet = 2;
    const std::vector<FootRow> feet{{11, true}, {11, false}};
    const auto ends = break_pages(rows, feet, ten_lines).ends;
    ASSERT_EQ(ends.size(), 2U);
    EXPECT_EQ(ends[0].feet, 2U);
    EXPECT_LE(ends[0].row, 7U);  // ten lines less the separator and the note
}

TEST(PageBreaks, AFootnoteThatIsTooLongGoesOnOverleaf) {
    std::vector<BreakRow> rows = lines(4);
    rows[3].feet = 40;
    std::vector<FootRow> feet(40, FootRow{11, false});
    feet[0].begins = true;
    const auto ends = break_pages(rows, feet, ten_lines).ends;
    EXPECT_GE(ends.size(), 4U);
    EXPECT_EQ(ends.back().feet, 40U);
    EXPECT_GE(ends.front().feet, 2U);
    for (std::size_t i = 1; i < ends.size(); ++i)
        EXPECT_GT(ends[i].feet + ends[i].row, ends[i - 1].feet + ends[i - 1].row);
}

// A picture of six lines behind `before` lines of text, and a paragraph of `after` lines, then more text.
std::vector<BreakRow> with_picture(std::size_t before, std::size_t after) {
    std::vector<BreakRow> rows = lines(before);
    BreakRow picture;
    picture.height = 84;
    picture.space = 7;
    picture.flow = Flow::picture;
    rows.push_back(picture);
    const std::size_t first = rows.size();
    add_paragraph(rows, after);
    for (std::size_t i = first; i < rows.size(); ++i) rows[i].flow = i == first ? Flow::paragraph : Flow::continuation;
    add_paragraph(rows, 8);
    return rows;
}

TEST(PageBreaks, APictureWithoutRoomLetsAParagraphGoFirst) {
    const auto breaks = break_pages(with_picture(6, 3), {}, ten_lines);
    ASSERT_EQ(breaks.moved.size(), 1U);
    EXPECT_EQ(breaks.moved[0].first, 6U);
    EXPECT_EQ(breaks.moved[0].middle, 7U);
    EXPECT_EQ(breaks.moved[0].last, 10U);
    EXPECT_EQ(breaks.ends[0].row, 9U);  // six lines and the paragraph; the picture begins the next page
}

TEST(PageBreaks, TheRestOfAParagraphGoesOnBelowThePicture) {
    const auto breaks = break_pages(with_picture(6, 6), {}, ten_lines);
    ASSERT_EQ(breaks.moved.size(), 1U);
    EXPECT_EQ(breaks.moved[0].last, 10U);  // three lines fit before it
    EXPECT_EQ(breaks.ends[0].row, 9U);
}

TEST(PageBreaks, APictureThatLacksALittleIsSetSmaller) {
    std::vector<BreakRow> rows = with_picture(4, 5);
    for (BreakRow& row : rows)
        if (row.flow == Flow::picture) {
            row.snap = true;
            row.shrink = row.height / 5;
            row.flow = Flow::fixed;
        }
    const auto breaks = break_pages(rows, {}, ten_lines);
    EXPECT_EQ(breaks.ends[0].row, 5U);
    EXPECT_EQ(breaks.ends[0].shrink, 7);
    rows[4].shrink = 6;
    EXPECT_EQ(break_pages(rows, {}, ten_lines).ends[0].row, 4U);
}

TEST(PageBreaks, APictureThatHasRoomStaysInItsPlace) {
    EXPECT_TRUE(break_pages(with_picture(2, 3), {}, ten_lines).moved.empty());
}

TEST(PageBreaks, APageBehindOneThatBeganWithAMovedPictureIsLikeAnyOther) {
    std::vector<BreakRow> rows = with_picture(6, 3);
    const std::vector<BreakRow> again = with_picture(6, 3);
    rows.insert(rows.end(), again.begin(), again.end());
    const auto more = lines(40);
    rows.insert(rows.end(), more.begin(), more.end());
    const auto breaks = break_pages(rows, {}, ten_lines);
    EXPECT_EQ(breaks.ends.back().row, rows.size());
    for (std::size_t i = 1; i < breaks.ends.size(); ++i) EXPECT_GT(breaks.ends[i].row, breaks.ends[i - 1].row);
}

TEST(PageBreaks, WhereTextWouldFitAPageIsNotLeftShort) {
    // A picture of nine lines that has no room: the hole is before it, not shared out over the pages.
    std::vector<BreakRow> rows = lines(26);
    BreakRow picture;
    picture.height = 126;
    rows.push_back(picture);
    const auto ends = break_pages(rows, {}, ten_lines).ends;
    ASSERT_EQ(ends.size(), 4U);
    EXPECT_GE(ends[0].row, 9U);
    EXPECT_GE(ends[1].row, 18U);
    EXPECT_EQ(ends[2].row, 26U);
}

TEST(PageBreaks, WhatStaysTogetherGoesOverleafWhole) {
    std::vector<BreakRow> rows = lines(16);
    for (std::size_t i = 8; i < 12; ++i) rows[i].cost = 120;  // five lines of a list item, from the eighth on
    const auto ends = break_pages(rows, {}, ten_lines).ends;
    EXPECT_EQ(ends[0].row, 7U);
}

TEST(PageBreaks, ManyRowsTakeLinearTime) {
    const auto ends = break_pages(lines(200000), {}, ten_lines).ends;
    EXPECT_EQ(ends.size(), 20000U);
}

}  // namespace
}  // namespace notes_export::layout
