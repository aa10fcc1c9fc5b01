#include "layout/blocks/table_grid.hpp"

#include <gtest/gtest.h>

namespace notes_export::layout {
namespace {

ColumnWidth column(double least, double body, double most) {
    return {.least = {least}, .most = {most}, .body = {body}, .parted = {least}};
}

Points sum(const std::vector<Points>& widths) {
    Points sum;
    for (const Points width : widths) sum += width;
    return sum;
}

TEST(ColumnWidths, FillTheRoomWhereEverythingStandsOnOneLine) {
    const auto widths = share({column(10, 30, 30), column(10, 60, 60)}, {180});
    EXPECT_DOUBLE_EQ(widths[0].value, 60);
    EXPECT_DOUBLE_EQ(widths[1].value, 120);
}

TEST(ColumnWidths, RatherTurnHeadsOverThanRows) {
    const auto widths = share({column(20, 20, 120), column(30, 60, 60)}, {100});
    EXPECT_DOUBLE_EQ(widths[1].value, 60);
    EXPECT_DOUBLE_EQ(widths[0].value, 40);
}

TEST(ColumnWidths, GiveEachColumnItsLongestWord) {
    const auto widths = share({column(40, 400, 400), column(20, 30, 30)}, {100});
    EXPECT_GE(widths[0].value, 40);
    EXPECT_GE(widths[1].value, 20);
    EXPECT_NEAR(sum(widths).value, 100, 1e-9);
}

}  // namespace
}  // namespace notes_export::layout
