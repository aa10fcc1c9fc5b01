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
    const auto ends = break_pages(lines(25), {}, ten_lines);
    ASSERT_EQ(ends.size(), 3U);
    EXPECT_EQ(ends[0].row, 10U);
    EXPECT_EQ(ends[1].row, 20U);
    EXPECT_EQ(ends[2].row, 25U);
}

TEST(PageBreaks, APageEndsOneLineShortToSaveAWidow) {
    std::vector<BreakRow> rows;
    add_paragraph(rows, 11);
    add_paragraph(rows, 5);
    const auto ends = break_pages(rows, {}, ten_lines);
    ASSERT_EQ(ends.size(), 2U);
    EXPECT_EQ(ends[0].row, 9U);
}

TEST(PageBreaks, TheLastPageHasThreeLines) {
    std::vector<BreakRow> rows;
    add_paragraph(rows, 11);
    const auto ends = break_pages(rows, {}, ten_lines);
    ASSERT_EQ(ends.size(), 2U);
    EXPECT_EQ(ends[0].row, 8U);
}

TEST(PageBreaks, AParagraphOfThreeLinesIsNotDivided) {
    std::vector<BreakRow> rows;
    add_paragraph(rows, 8);
    add_paragraph(rows, 3);
    const auto ends = break_pages(rows, {}, ten_lines);
    ASSERT_EQ(ends.size(), 2U);
    EXPECT_EQ(ends[0].row, 8U);
}

TEST(PageBreaks, SpaceAtThePageTopVanishes) {
    std::vector<BreakRow> rows = lines(10);
    BreakRow next;
    next.height = 140;
    next.space = 50;
    rows.push_back(next);
    const auto ends = break_pages(rows, {}, ten_lines);
    EXPECT_EQ(ends.size(), 2U);
}

TEST(PageBreaks, NoTitleStandsInTheLastFifth) {
    std::vector<BreakRow> rows = lines(16);
    rows[9].opening = true;
    const auto ends = break_pages(rows, {}, ten_lines);
    EXPECT_EQ(ends[0].row, 9U);
}

TEST(PageBreaks, AStripTallerThanThePageStillEnds) {
    std::vector<BreakRow> rows = lines(3);
    rows[1].height = 500;
    const auto ends = break_pages(rows, {}, ten_lines);
    ASSERT_EQ(ends.size(), 3U);
    EXPECT_EQ(ends.back().row, 3U);
}

TEST(PageBreaks, FootnotesStandOnThePageThatRefersToThem) {
    std::vector<BreakRow> rows = lines(12);
    for (std::size_t i = 3; i < rows.size(); ++i) rows[i].feet = 2;
    const std::vector<FootRow> feet{{11, true}, {11, false}};
    const auto ends = break_pages(rows, feet, ten_lines);
    ASSERT_EQ(ends.size(), 2U);
    EXPECT_EQ(ends[0].feet, 2U);
    EXPECT_LE(ends[0].row, 7U);  // ten lines less the separator and the note
}

TEST(PageBreaks, AFootnoteThatIsTooLongGoesOnOverleaf) {
    std::vector<BreakRow> rows = lines(4);
    rows[3].feet = 40;
    std::vector<FootRow> feet(40, FootRow{11, false});
    feet[0].begins = true;
    const auto ends = break_pages(rows, feet, ten_lines);
    EXPECT_GE(ends.size(), 4U);
    EXPECT_EQ(ends.back().feet, 40U);
    EXPECT_GE(ends.front().feet, 2U);
    for (std::size_t i = 1; i < ends.size(); ++i)
        EXPECT_GT(ends[i].feet + ends[i].row, ends[i - 1].feet + ends[i - 1].row);
}

TEST(PageBreaks, ManyRowsTakeLinearTime) {
    const auto ends = break_pages(lines(200000), {}, ten_lines);
    EXPECT_EQ(ends.size(), 20000U);
}

}  // namespace
}  // namespace notes_export::layout
