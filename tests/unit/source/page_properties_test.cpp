#include "source/page_properties.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace notes_export::source {
namespace {

using ::testing::ElementsAre;

TEST(PageProperties, StandInTheFirstLines) {
    const auto fields = read_page_properties("title:: My page, mine\nAlias:: a, [[b c]]\ntags:: #d\n\n- e:: f\n");
    ASSERT_EQ(fields.size(), 3u);
    EXPECT_EQ(fields[0].key, "title");
    EXPECT_THAT(fields[0].values, ElementsAre("My page, mine"));
    EXPECT_EQ(fields[1].key, "alias");
    EXPECT_THAT(fields[1].values, ElementsAre("a", "b c"));
    EXPECT_THAT(fields[2].values, ElementsAre("d"));
    EXPECT_TRUE(read_page_properties("- block\nid:: x\n").empty());
}

}  // namespace
}  // namespace notes_export::source
