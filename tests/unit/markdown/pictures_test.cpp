#include "markdown/pictures.hpp"

#include <gtest/gtest.h>

namespace notes_export::markdown {
namespace {

TEST(SizedPicture, HasItsSizeBehindABar) {
    const Image image = sized_picture("A view|300x200");
    EXPECT_EQ(image.alt, "A view");
    EXPECT_EQ(image.width, 300);
    EXPECT_EQ(image.height, 200);
    EXPECT_EQ(sized_picture("a|b").alt, "a|b");
}

TEST(SizedPicture, MayHaveACaptionWhereASizeWouldStand) {
    EXPECT_EQ(sized_picture("|A view").alt, "A view");
    EXPECT_EQ(sized_picture("|300").width, 300);
}

}  // namespace
}  // namespace notes_export::markdown
