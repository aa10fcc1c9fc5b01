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

TEST(Maths, IsWhatStandsBetweenTightDollars) {
    EXPECT_THAT(names("$a_1 * b_2$ and $$\\int x$$"), ElementsAre("math a_1 * b_2", "display \\int x"));
    EXPECT_THAT(names("the $n$th of $k$s, 设$x$为"), ElementsAre("math n", "math k", "math x"));
    EXPECT_THAT(names("$a \\$ b$ $\\{x\\}$"), ElementsAre("math a \\$ b", "math \\{x\\}"));
    EXPECT_THAT(names("$`a$b`$"), ElementsAre("math a$b"));
}

TEST(Maths, IsNotAPriceNorAShellVariable) {
    EXPECT_THAT(names("$5 and $6"), IsEmpty());
    EXPECT_THAT(names("from $5-$10, US$5 and 6$ more, \\$5$"), IsEmpty());
    EXPECT_THAT(names("$HOME/bin:$PATH, `$x$`, $ ls $"), IsEmpty());
}

TEST(Maths, DoesNotCutTableCells) {
    EXPECT_EQ(masked("| a | b |\n|--|--|\n| $|x|$ | c |\n"), "| a | b |\n|--|--|\n| xxxxx | c |\n");
}

TEST(Maths, KeepsItsTexWhateverItHolds) {
    EXPECT_THAT(names("$a<b$ and $c>d$"), ElementsAre("math a<b", "math c>d"));
    EXPECT_THAT(names("$f[x](y)$"), ElementsAre("math f[x](y)"));
    EXPECT_THAT(names("$$foo $bar$ baz$$"), ElementsAre("math bar"));
    EXPECT_THAT(names("$$x \\text{ if $y$}$$"), ElementsAre("display x \\text{ if $y$}"));
}

TEST(Maths, OverLinesIsOneRunOfLetters) {
    EXPECT_EQ(masked("a\n\n$$\nx\n= y\n- z\n$$\n\nb"), "a\n\nxxxxxxxxxxxxxxx\n\nb");
    EXPECT_THAT(names("$$\na\n\n+ b\n\n# c\n$$"), ElementsAre("display \na\n\n+ b\n\n# c\n"));
    EXPECT_THAT(names("> $$\n> a\n> + b\n> $$\n> [[c]]"), ElementsAre("display \na\n+ b\n", "wikilink c"));
    EXPECT_THAT(names("- x\n  $$\n  - a\n  $$"), ElementsAre("display \n- a\n"));
}

TEST(Comments, Vanish) {
    EXPECT_THAT(names("a %%b [[c]]%% d"), ElementsAre("comment"));
    EXPECT_EQ(masked("a\n\n%%\nb\n\n- c\n%%\n\nd"), "a\n\n            \n\nd");
    EXPECT_EQ(masked("a\n\n%%\n```\nb\n%%\n\n[[d]]"), "a\n\n           \n\nxxxxx");
}

TEST(Comments, AreNotPercentSigns) {
    for (const char* text : {"100%% sure and 50%% not", "printf(\"%%d\") and (\"%%\")", "%% alone", "a %%%x%%% b",
                             "`%%a%%`", "%% cell one\n\ntext\n\n%% cell two"})
        EXPECT_THAT(names(text), IsEmpty()) << text;
    EXPECT_THAT(names("a%%b%% and 5%%", Dialect::obsidian), IsEmpty());
    EXPECT_THAT(names("(%%b%%)\n\n%% c\n\nd %%", Dialect::obsidian), ElementsAre("comment"));
}

TEST(Highlights, EncloseOtherMarkup) {
    const auto found = find("==a *b* c== d");
    EXPECT_THAT(found.names(), ElementsAre("<highlight", "highlight>"));
    EXPECT_EQ(std::get<DelimiterMark>(found.marks.marks[0].node).partner, 1u);
    EXPECT_EQ(found.marks.masked, found.source.text);
    EXPECT_THAT(names("==a\nb=="), ElementsAre("<highlight", "highlight>"));
    EXPECT_THAT(names("~~==x==~~"), ElementsAre("<highlight", "highlight>"));
}

TEST(Highlights, OfRoamStandBetweenCarets) {
    EXPECT_THAT(names("a ^^b *c*^^ d"), ElementsAre("<highlight", "highlight>"));
    EXPECT_THAT(names("^^a == b^^"), ElementsAre("<highlight", "highlight>"));
    EXPECT_THAT(names("==a^^"), IsEmpty());
}

TEST(Highlights, AreNotComparisons) {
    for (const char* text : {"a == b and c == d", "if a==b or c==d", "== x==", "==x ==", "===x===", "==x",
                             "\\==x==", "==a\n\nb==", "`==a==`", "| a | b |\n|---|---|\n| ==x | y== |\n"})
        EXPECT_THAT(names(text), IsEmpty()) << text;
}

TEST(Highlights, OfBearStandBetweenColons) {
    EXPECT_THAT(names("a ::b *c*:: d\n\n::ef::."), ElementsAre("<highlight", "highlight>", "<highlight", "highlight>"));
    for (const char* text : {"::a b:: and std::cd", "key:: ::ab::", "use ::before and ::after", ":::note:::", "::1 ::2",
                             "::ab\n\ncd::", "| a | b |\n|---|---|\n| ::xy | yz:: |\n", "`::ab::`"})
        EXPECT_THAT(names(text), IsEmpty()) << text;
}

TEST(Insertions, StandBetweenPluses) {
    EXPECT_THAT(names("a ++new words++, ++new++"), ElementsAre("<inserted", "inserted>", "<inserted", "inserted>"));
    for (const char* text :
         {"++ab++ in C++", "C++ and D++", "++i and j++", "++i; j++", "i++ ++ab", "++a++", "+++ab+++", "++ ab ++"})
        EXPECT_THAT(names(text), IsEmpty()) << text;
}

TEST(Scripts, BelowAndAbove) {
    EXPECT_THAT(names("H~2~O"), ElementsAre("<sub", "sub>"));
    EXPECT_EQ(masked("H~2~O"), "H^2^O");
    EXPECT_THAT(names("x^2^ and 1^st^"), ElementsAre("<sup", "sup>", "<sup", "sup>"));
    EXPECT_THAT(names("x^a~b~^"), ElementsAre("<sup", "<sub", "sub>", "sup>"));
    EXPECT_THAT(names("x^$a^b$"), ElementsAre("math a^b"));
}

TEST(Scripts, AreNotSmileysPowersOrStrikes) {
    for (const char* text :
         {"^_^", "2^10 and 3^5", "2^3^4", "x^^y^^", "x^ 2^", "~gone~ and ~~gone~~", "~/a and ~/b", "H~2 ~O", "\\^a^"})
        EXPECT_THAT(names(text), IsEmpty()) << text;
}

TEST(Tags, AreWordsBehindABlank) {
    EXPECT_THAT(names("#tag and #a/b, #c1 #über #日本、x #y-z."),
                ElementsAre("tag tag", "tag a/b", "tag c1", "tag über", "tag 日本", "tag y-z"));
    EXPECT_THAT(names("#fff (#2024a)", Dialect::obsidian), ElementsAre("tag fff", "tag 2024a"));
}

TEST(Tags, MayHaveSeveralWords) {
    EXPECT_THAT(names("#trip notes# and #[[more words]]"), ElementsAre("tag trip notes", "tag more words"));
    EXPECT_THAT(names("#sharp and C# #a b#c #d e # f"), ElementsAre("tag sharp"));
}

TEST(Tags, AreNotTheKeycapOfTheirSign) {
    EXPECT_THAT(names("a #\uFE0F\u20E3 b #\u20E3", Dialect::obsidian), IsEmpty());
}

TEST(Tags, AreNotNumbersHeadingsFragmentsOrColours) {
    for (const char* text :
         {"# Heading", "## Heading ##", "see #123 and #1/2", "C# a#b", "`#tag`", "\\#tag",
          "[x](y#tag) <https://a.b/ #c>", "https://a.b/#tag", "#1e90ff #fff", "#", "##", "#!/bin/sh"})
        EXPECT_THAT(names(text), IsEmpty()) << text;
}

TEST(BlockIds, EndABlock) {
    EXPECT_THAT(names("text ^abc-1\n\n- item ^def\n- other\n\n^ghi"), ElementsAre("id abc-1", "id def", "id ghi"));
    EXPECT_THAT(names("a ^b", Dialect::obsidian), ElementsAre("id b"));
    EXPECT_THAT(names("a ^abc b\n\nx ^2"), IsEmpty());
}

TEST(Addresses, MayStandInQuotationMarksAndBetweenScriptsWithoutBlanks) {
    EXPECT_THAT(names("\"http://a.b:1\" „https://c.d/e“"),
                ElementsAre("address http://a.b:1", "address https://c.d/e"));
    EXPECT_THAT(names("见https://a.b/c。然后 https://a.b，和「https://c.d/~e」"),
                ElementsAre("address https://a.b/c", "address https://a.b", "address https://c.d/~e"));
    EXPECT_THAT(names("http://a.b/c\" (x)"), ElementsAre("address http://a.b/c"));
}

TEST(Addresses, AreLeftToMd4cWhereItReadsThemRightly) {
    for (const char* text : {"https://a.b/c, and (https://a.b/d_(e)).", "<https://a.b/\"c>", "`\"http://a.b\"`",
                             "[\"http://a.b\"](c) [\"http://a.b\"][c]\n\n[c]: d", "http:// \"http://\"", "xhttp://a.b"})
        EXPECT_THAT(names(text), IsEmpty()) << text;
}

TEST(Emoji, AreThoseOfGitHub) {
    EXPECT_THAT(names(":smile: (:+1:) :man_cartwheeling:"), ElementsAre("emoji 😄", "emoji 👍", "emoji 🤸‍♂️"));
    EXPECT_THAT(names(":zzz: :+1: :100: :8ball:"), ::testing::SizeIs(4));
    EXPECT_THAT(names("10:100:20 std::star::x :nothing: `:smile:` :smile"), IsEmpty());
}

}  // namespace
}  // namespace notes_export::markdown
