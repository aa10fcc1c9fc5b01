#include "source/glob.hpp"

#include <gtest/gtest.h>

namespace notes_export::source {
namespace {

TEST(Glob, WithoutASlashMeansANameAtAnyDepth) {
    EXPECT_TRUE(glob_matches("*.draft.md", "a/b.draft.md"));
    EXPECT_TRUE(glob_matches("drafts", "x/drafts/y/a.md"));
    EXPECT_FALSE(glob_matches("draft", "drafts/a.md"));
}

TEST(Glob, WithASlashBeginsAtTheRoot) {
    EXPECT_TRUE(glob_matches("a/*.md", "a/b.md"));
    EXPECT_FALSE(glob_matches("a/*.md", "x/a/b.md"));
    EXPECT_TRUE(glob_matches("/a", "a/b/c.md"));
    EXPECT_FALSE(glob_matches("a/*", "ab"));
    EXPECT_TRUE(glob_matches("drafts/", "drafts/a.md"));
    EXPECT_FALSE(glob_matches("drafts/", "drafts"));
}

TEST(Glob, StarsStayWithinANameAndDoubleStarsDoNot) {
    EXPECT_FALSE(glob_matches("a/*/d.md", "a/b/c/d.md"));
    EXPECT_TRUE(glob_matches("a/**/d.md", "a/b/c/d.md"));
    EXPECT_TRUE(glob_matches("a/**/d.md", "a/d.md"));
    EXPECT_FALSE(glob_matches("a/**/d.md", "a/bd.md"));
    EXPECT_TRUE(glob_matches("drafts/**", "drafts/b/c.md"));
    EXPECT_TRUE(glob_matches("**/b?.md", "a/bü.md"));
}

TEST(Glob, KnowsClassesAndEscapes) {
    EXPECT_TRUE(glob_matches("[a-c]*.md", "b1.md"));
    EXPECT_FALSE(glob_matches("[!a-c]*.md", "b1.md"));
    EXPECT_TRUE(glob_matches("\\*.md", "*.md"));
    EXPECT_TRUE(glob_matches("[x.md", "[x.md"));
}

TEST(Glob, IsFastOnManyStars) {
    EXPECT_FALSE(glob_matches("*a*a*a*a*a*a*a*a*a*a*b", std::string(5000, 'a')));
}

}  // namespace
}  // namespace notes_export::source
