#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dialect_found.hpp"

namespace notes_export::markdown {
namespace {

using ::testing::ElementsAre;
using testing::find;
using ::testing::IsEmpty;
using testing::masked;
using testing::names;

TEST(Wikilinks, HaveDestinationAndLabel) {
    EXPECT_THAT(names("a [[Note]] b [[folder/Note|alias]]"),
                ElementsAre("wikilink Note", "wikilink folder/Note|alias"));
    EXPECT_THAT(names("[[Note#H1#H2]] [[Note#^block]] [[#Heading]]"),
                ElementsAre("wikilink Note#H1#H2", "wikilink Note#^block", "wikilink #Heading"));
    EXPECT_THAT(names("![[x.png|300]]"), ElementsAre("embed x.png|300"));
}

TEST(Wikilinks, AreMaskedByLettersOfTheSameLength) {
    EXPECT_EQ(masked("**[[a_b]]** ![[c]]"), "**xxxxxxx** xxxxxx");
}

TEST(Wikilinks, LeaveCodeHtmlAndEscapesAlone) {
    EXPECT_THAT(names("`[[a]]` \\[[b]] <a title=\"[[c]]\">\n\n    [[d]]\n\n```\n[[e]]\n```\n"), IsEmpty());
}

TEST(Wikilinks, DontCutTableCells) {
    const auto found = find("| a | b |\n|--|--|\n| [[n|m]] | [[o\\|p]] |\n");
    EXPECT_THAT(found.names(), ElementsAre("wikilink n|m", "wikilink o|p"));
    EXPECT_EQ(found.marks.masked, "| a | b |\n|--|--|\n| xxxxxxx | xxxxxxxx |\n");
}

TEST(Wikilinks, OfTheInnermostBracketsWin) {
    EXPECT_THAT(names("[[foo[[bar]]]]"), ElementsAre("wikilink bar"));
    EXPECT_THAT(names("[[Note|[1]]]"), ElementsAre("wikilink Note|[1]"));
}

TEST(Wikilinks, NeedADestinationOnOneLine) {
    EXPECT_THAT(names("[[]] [[|x]] [[a\nb]]"), IsEmpty());
    EXPECT_THAT(names("[[a|b\nc]]"), ElementsAre("wikilink a|b\nc"));
}

TEST(Wikilinks, GiveWayToCommonMarkOutsideVaults) {
    EXPECT_THAT(names("![[foo]](foo.jpg)"), IsEmpty());
    EXPECT_THAT(names("[[*foo* bar]]\n\n[*foo* bar]: /url"), IsEmpty());
    EXPECT_THAT(names("[[[foo]]]\n\n[[[foo]]]: /url"), IsEmpty());
    EXPECT_THAT(names("![[foo]]\n\n[[foo]]: /url \"title\"\n"), IsEmpty());
    EXPECT_THAT(names("if [[ -f x ]]; then"), IsEmpty());
    EXPECT_THAT(names("[[foo]](foo.jpg)"), ElementsAre("wikilink foo"));
    EXPECT_THAT(names("[foo]: /url\n\n[[foo]]"), ElementsAre("wikilink foo"));
}

TEST(Wikilinks, AreLogseqsBlockReferencesToo) {
    const char* text = "see ((64a1b2c3-0000-4000-8000-0123456789ab)) and ((this))";
    EXPECT_THAT(names(text, Dialect::logseq), ElementsAre("wikilink 64a1b2c3-0000-4000-8000-0123456789ab"));
    EXPECT_THAT(names(text), IsEmpty());
}

TEST(Wikilinks, MarkupInALabelIsAnExcerpt) {
    const auto found = find("> [[foo|a *b*\n> $c$]]");
    const auto& link = std::get<WikilinkMark>(found.marks.marks[0].node);
    EXPECT_EQ(link.excerpt.masked, "a *b*\nxxx\n");
    EXPECT_EQ(found(link.excerpt.lines[1]), "$c$");
    EXPECT_THAT(found.names(), ElementsAre("wikilink foo|a *b*\n> $c$", "math c"));
}

}  // namespace
}  // namespace notes_export::markdown
