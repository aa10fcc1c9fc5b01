#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dialect_found.hpp"

namespace notes_export::markdown {
namespace {

using ::testing::ElementsAre;
using testing::find;
using ::testing::IsEmpty;
using testing::names;

std::vector<std::string> bodies(const testing::Found& found) {
    std::vector<std::string> out;
    for (const auto& footnote : found.marks.footnotes)
        out.push_back(std::string(found(footnote.label)) + ": " + footnote.body.masked);
    return out;
}

TEST(Footnotes, ThatLookLikeLinkDefinitionsAreKept) {
    const auto found = find("a[^1]\n\n[^1]: word\n");
    EXPECT_THAT(found.names(), ElementsAre("footnote 1"));
    EXPECT_THAT(bodies(found), ElementsAre("1: word\n"));
    EXPECT_EQ(found.marks.masked, "axxxx\n\n          \n");
    EXPECT_THAT(found.warnings(), IsEmpty());
}

TEST(Footnotes, HaveSeveralParagraphsByIndentation) {
    const auto found = find("[^a]\n\n[^a]: one\n    two\n\n    ```\n      code\n    ```\n\n[^b]: next\nlazy\n\nend\n");
    EXPECT_THAT(bodies(found), ElementsAre("a: one\ntwo\n\n```\n  code\n```\n", "b: next\nlazy\n"));
    EXPECT_THAT(found.marks.masked, ::testing::EndsWith("\n\nend\n"));
}

TEST(Footnotes, AlignedWithTheirLabelAreNotCode) {
    EXPECT_THAT(bodies(find("[^label]\n\n[^label]: one\n\n          two\n")), ElementsAre("label: one\n\ntwo\n"));
}

TEST(Footnotes, StandInListsAndQuotes) {
    const auto found = find("> x[^1]\n>\n> [^1]: a\n>     b\n>\n>     c\n>\n> d\n\n- y[^2]\n\n  [^2]: e\n\n      f\n");
    EXPECT_THAT(bodies(found), ElementsAre("1: a\nb\n\nc\n", "2: e\n\nf\n"));
    EXPECT_THAT(found.marks.masked, ::testing::StartsWith("> xxxxx\n>\n>        \n>      \n>"));
}

TEST(Footnotes, MayInterruptAParagraph) {
    EXPECT_THAT(bodies(find("text[^1] [^2]\n[^1]: a\n[^2]: b\n")), ElementsAre("1: a\n", "2: b\n"));
}

TEST(Footnotes, InCodeAreCode) {
    const auto found = find("```\n[^1]: x\n```\n\n`[^1]` \\[^1]\n");
    EXPECT_THAT(found.names(), IsEmpty());
    // The colon is a letter for md4c alone.
    EXPECT_EQ(found.marks.masked, "```\n[^1]x x\n```\n\n`[^1]` \\[^1]\n");
}

TEST(Footnotes, HaveMarksOfTheirOwn) {
    const auto found = find("a[^1]\n\n[^1]: see [[Note]]\n\n    and $x$[^1]\n");
    EXPECT_THAT(found.names(), ElementsAre("footnote 1", "wikilink Note", "math x", "footnote 1"));
    EXPECT_THAT(bodies(found), ElementsAre("1: see xxxxxxxx\n\nand xxxxxxx\n"));
    EXPECT_EQ(found(found.marks.footnotes[0].body.lines[2]), "and $x$[^1]");
}

TEST(Footnotes, WithoutDefinitionOrReferenceAreReported) {
    const auto found = find("a[^1] b[^2] regex [^a-z]\n\n[^1]: x\n[^3]: y\n");
    EXPECT_THAT(found.names(), ElementsAre("footnote 1"));
    EXPECT_THAT(found.warnings(), ElementsAre("footnote-undefined", "footnote-undefined", "footnote-unused"));
    EXPECT_THAT(find("regex [^a-z]").warnings(), IsEmpty());
}

TEST(Footnotes, WithinTheLine) {
    EXPECT_THAT(names("a^[see [this](x) and `]` more] b"), ElementsAre("inline see [this](x) and `]` more\n"));
    EXPECT_THAT(names("matches ^[a-z]+$ only"), IsEmpty());
    EXPECT_THAT(names("> a^[over\n> lines [[n]]]"), ElementsAre("inline over\nlines xxxxx\n", "wikilink n"));
}

}  // namespace
}  // namespace notes_export::markdown
