#include "source/summary.hpp"

#include <gtest/gtest.h>

namespace notes_export::source {
namespace {

TEST(Summary, ReadsPartsChaptersDraftsAndSeparators) {
    const Summary out = read_summary(
        "# Summary\n\n[Preface](preface.md)\n\n# Part `one`\n\n- [One](./one.md)\n    - [Inner](a%20b.md \"t\")\n"
        "        - [Deep](deep.md)\n- [Draft]()\n---\n* [Two](<two.md>)\n\n[After](after.md)\n");
    EXPECT_TRUE(out.complete);
    ASSERT_EQ(out.entries.size(), 6u);
    EXPECT_EQ(out.entries[0].title, "Preface");
    EXPECT_TRUE(out.entries[1].part);
    EXPECT_EQ(out.entries[1].title, "Part one");
    EXPECT_EQ(out.entries[2].children[0].path, "a b.md");
    EXPECT_EQ(out.entries[2].children[0].children[0].title, "Deep");
    EXPECT_EQ(out.entries[3].title, "Draft");
    EXPECT_EQ(out.entries[3].path, "");
    EXPECT_EQ(out.entries[4].path, "two.md");
    EXPECT_EQ(out.entries[5].title, "After");
}

TEST(Summary, IsIncompleteWhenItHoldsProse) {
    EXPECT_FALSE(read_summary("# S\n\n- [One](one.md)\n\nSome prose.\n").complete);
}

TEST(Summary, KeepsBracketsOfATitle) {
    EXPECT_EQ(read_summary("- [A [b] \\[c\\]](a_(b).md)\n").entries[0].title, "A [b] [c]");
    EXPECT_EQ(read_summary("- [A](a_(b).md)\n").entries[0].path, "a_(b).md");
}

TEST(Summary, TakesAnyDepth) {
    std::string text;
    for (int i = 0; i < 2000; ++i) text += std::string(static_cast<std::size_t>(i), ' ') + "- [x](x.md)\n";
    EXPECT_EQ(read_summary(text).entries.size(), 1u);
}

}  // namespace
}  // namespace notes_export::source
