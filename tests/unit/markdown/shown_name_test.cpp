#include "markdown/shown_name.hpp"

#include <gtest/gtest.h>

namespace notes_export::markdown {
namespace {

TEST(ShownName, HasNoMarks) {
    EXPECT_EQ(shown_name("Note"), "Note");
    EXPECT_EQ(shown_name("Note#Heading"), "Note › Heading");
    EXPECT_EQ(shown_name("Note#One#Two"), "Note › One › Two");
    EXPECT_EQ(shown_name("#Heading"), "Heading");
    EXPECT_EQ(shown_name("Note#^block"), "Note");
}

TEST(ShownName, KeepsSignsThatBelongToIt) {
    EXPECT_EQ(shown_name("C#"), "C#");
    EXPECT_EQ(shown_name("F# for beginners"), "F# for beginners");
    EXPECT_EQ(shown_name("#^block"), "#^block");
}

}  // namespace
}  // namespace notes_export::markdown
