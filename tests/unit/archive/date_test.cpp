#include "archive/date.hpp"

#include <gtest/gtest.h>

namespace notes_export::archive {
namespace {

using namespace std::chrono;
constexpr Timestamp day{local_days{2024y / February / 13}, false};
constexpr Timestamp evening{local_days{2024y / February / 13} + 21h + 25min, true};

TEST(Date, IsReadInItsUsualForms) {
    for (const char* text : {"2024-02-13", "2024/02/13", "2024.2.13", "2024_02_13", "20240213", "13 Feb 2024",
                             "13 February 2024", "Feb 13, 2024", "February 13th, 2024", "Tue, 13 Feb 2024",
                             "Tuesday, February 13, 2024", "13.02.2024", "13-Feb-2024", "13th of February, 2024"})
        EXPECT_EQ(read_whole_date(text).date, day) << text;
}

TEST(Date, MayHaveATimeAndAZone) {
    for (const char* text : {"2024-02-13 21:25", "2024-02-13T21:25:00", "2024-02-13T21:25:00Z",
                             "2024-02-13T21:25:00.000+01:00", "2024-02-13 21:25:00 +0100", "2024-02-13 9:25 PM",
                             "13 Feb 2024 21:25 UTC", "Feb 13, 2024 at 9:25 pm", "2024-02-13, 21:25"})
        EXPECT_EQ(read_whole_date(text).date, evening) << text;
}

TEST(Date, ThatTheCalendarLacksIsImpossible) {
    EXPECT_TRUE(read_date("2024-02-30").impossible);
    EXPECT_TRUE(read_date("2024-13-01").impossible);
    EXPECT_FALSE(read_date("2024-02-29").impossible);
}

TEST(Date, IsNotSeenInOtherNumbers) {
    for (const char* text : {"2024", "1.2.3", "12345678901", "99999999", "2024-02", "May the force", "10 things 2024",
                             "", "2024-02-13th", "v2024-02-13"})
        EXPECT_EQ(read_date(text).length, 0U) << text;
}

TEST(Date, MayBeAMonthAYearOrAMomentWhereADateIsStated) {
    EXPECT_EQ(read_stated_date("2024-02").date, (Timestamp{local_days{2024y / February / 1}, false}));
    EXPECT_EQ(read_stated_date("2024").date, (Timestamp{local_days{2024y / January / 1}, false}));
    EXPECT_EQ(read_stated_date("1707859500").date, evening);
    EXPECT_EQ(read_stated_date("1707859500000").date, evening);
    EXPECT_EQ(read_stated_date("2024-02-13 21:25").date, evening);
    for (const char* text : {"", "12", "v1.2.3", "12345", "2024 x", "2024-2x"})
        EXPECT_FALSE(read_stated_date(text).date) << text;
    EXPECT_EQ(read_time_stamp("202402132125"), evening);
    EXPECT_EQ(read_time_stamp("20240213212507"), evening);
    EXPECT_FALSE(read_time_stamp("202413132125"));
    EXPECT_FALSE(read_time_stamp("123456789012"));
}

TEST(Date, LeavesWhatFollows) {
    EXPECT_EQ(read_date("2024-02-13 21:25 Berlin").length, 16U);
    EXPECT_EQ(read_date("2024-02-13 Berlin").length, 10U);
}

}  // namespace
}  // namespace notes_export::archive
