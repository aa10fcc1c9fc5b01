#include <gtest/gtest.h>

#include "locale/dates.hpp"
#include "locale/figures.hpp"
#include "locale/words.hpp"

namespace notes_export::locale {
namespace {

using namespace std::chrono;

constexpr Timestamp evening{local_days{2024y / February / 13} + 21h + 25min, true};
constexpr Timestamp later{local_days{2024y / February / 17}, false};

TEST(Word, IsInTheBooksLanguageOrInEnglish) {
    EXPECT_EQ(word("contents", "de"), "Inhalt");
    EXPECT_EQ(word("contents", "de-AT"), "Inhalt");
    EXPECT_EQ(word("contents", "tlh"), "Contents");
    EXPECT_THROW(word("no-such-word", "en"), std::logic_error);
}

TEST(Counted, TakesThePluralOfTheLanguage) {
    EXPECT_EQ(counted("notes", 1, "en"), "1 note");
    EXPECT_EQ(counted("notes", 1873, "en"), "1,873 notes");
    EXPECT_EQ(counted("notes", 1873, "de"), "1.873 Notizen");
    EXPECT_EQ(counted("notes", 5, "tlh"), "5 notes");
}

TEST(Figures, FollowTheLanguage) {
    EXPECT_EQ(figures(1104, "fa"), "۱٬۱۰۴");
}

TEST(Dates, AreWrittenAsTheLanguageWritesThem) {
    EXPECT_EQ(full_date(evening, "en"), "13 February 2024");
    EXPECT_EQ(full_date(evening, "en-US"), "February 13, 2024");
    EXPECT_EQ(full_date(evening, "de"), "13. Februar 2024");
    EXPECT_EQ(short_date(evening, "en"), "13 Feb");
    EXPECT_EQ(month_and_year(evening, "en"), "February 2024");
}

TEST(Dates, ShowATimeOnlyWhereItIsKnown) {
    EXPECT_EQ(time_of_day(evening, "en"), "21:25");
    EXPECT_EQ(time_of_day(later, "en"), "");
}

TEST(Dates, JoinWhatARangeHasInCommon) {
    const std::string range = date_range(evening, later, "en");
    EXPECT_TRUE(range.starts_with("13")) << range;
    EXPECT_TRUE(range.ends_with("17 February 2024")) << range;
    EXPECT_EQ(date_range(later, later, "en"), "17 February 2024");
}

}  // namespace
}  // namespace notes_export::locale
