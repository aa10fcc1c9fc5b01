#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "given.hpp"

namespace notes_export::archive {
namespace {

using namespace std::chrono;
using testing::ElementsAre;

Given journal() {
    Given given;
    given.note("tweets.md",
               {h(1, "Tweets"), p("About."), h(2, "One"), p("2024-02-13 21:25"), p("Text."), h(3, "Why?"), h(2, "Two"),
                p(Inlines{t("2024-02-14"), soft_break(), t("More.")}), h(2, "Three"), p("No date.")});
    return given;
}

TEST(Journal, MakesANoteOfEachSection) {
    Given given = journal();
    const Archive archive = given.assembled();
    EXPECT_TRUE(archive.journal);
    EXPECT_EQ(archive.metadata.title, "Tweets");
    EXPECT_THAT(titles(archive), ElementsAre("", "One", "Two", "Three"));
    EXPECT_TRUE(archive.notes[0].introduction);
    EXPECT_EQ(archive.notes[1].date, (Timestamp{local_days{2024y / February / 13} + 21h + 25min, true}));
    EXPECT_EQ(text_of(archive.notes[1].blocks), "Text.\n1 Why?\n");
    EXPECT_EQ(text_of(archive.notes[2].blocks), "More.\n");
    EXPECT_FALSE(archive.notes[3].date);
    EXPECT_EQ(archive.contents.size(), 3U);
}

TEST(Journal, WithoutTextBeforeItsEntriesHasNoIntroduction) {
    Given given;
    given.note("j.md", {h(1, "J"), h(2, "2024-02-13"), p("a"), h(2, "2024-02-14"), p("b")});
    const Archive archive = given.assembled();
    EXPECT_THAT(titles(archive), ElementsAre("2024-02-13", "2024-02-14"));
    EXPECT_TRUE(archive.notes[0].date && archive.notes[1].date);
    EXPECT_EQ(archive.notes[0].key, "n2024-02-13");
}

TEST(Journal, OneDatedSectionOfThreeIsNone) {
    Given given;
    given.note("a.md", {h(1, "A"), h(2, "x"), p("2024-02-13"), h(2, "y"), h(2, "z")});
    EXPECT_THAT(titles(given.assembled()), ElementsAre("A"));
}

TEST(Journal, SplitOptionsOverride) {
    Given none = journal();
    none.options.split = Split::none;
    EXPECT_THAT(titles(none.assembled()), ElementsAre("Tweets"));
    Given h1;
    h1.note("a.md", {p("before"), h(1, "A"), h(2, "x"), h(1, "B")});
    h1.options.split = Split::h1;
    EXPECT_THAT(titles(h1.assembled()), ElementsAre("", "A", "B"));
    Given h2;
    h2.note("a.md", {h(1, "A"), h(2, "x"), h(2, "y")});
    h2.options.split = Split::h2;
    EXPECT_THAT(titles(h2.assembled()), ElementsAre("x", "y"));
}

TEST(Journal, BesideOtherNotesIsAPartOfTheBook) {
    Given given = journal();
    given.note("z.md", {h(1, "Z"), p("z")});
    const Archive archive = given.assembled();
    EXPECT_THAT(titles(archive), ElementsAre("Tweets", "One", "Two", "Three", "Z"));
    EXPECT_FALSE(archive.notes[0].introduction);
    ASSERT_EQ(archive.contents.size(), 2U);
    EXPECT_EQ(archive.contents[0].children.size(), 3U);
}

TEST(Journal, KeepsItsHeadingWhenTheBookIsCalledOtherwise) {
    Given given = journal();
    given.options.title = "Mine";
    const Archive archive = given.assembled();
    EXPECT_EQ(archive.metadata.title, "Mine");
    EXPECT_EQ(text_of(archive.notes[0].blocks), "1 Tweets\nAbout.\n");
}

TEST(Journal, AHeadingAboveTheEntriesBeginsANoteToo) {
    Given given;
    given.note("j.md", {h(1, "J"), h(2, "2024-02-13"), p("a"), h(1, "March"), p("b"), h(2, "2024-03-01"), p("c")});
    EXPECT_THAT(titles(given.assembled()), ElementsAre("2024-02-13", "March", "2024-03-01"));
}

TEST(DateLine, KeepsWhatElseStandsOnIt) {
    Given given;
    given.note("a.md", {h(1, "A"), p("2024-02-13 21:25 · Berlin, rain")});
    const Archive archive = given.assembled();
    EXPECT_TRUE(archive.notes[0].date);
    EXPECT_EQ(text_of(archive.notes[0].blocks), "Berlin, rain\n");
}

TEST(DateLine, IsNotTakenFromProse) {
    Given given;
    given.note("a.md", {h(1, "A"), p("2024-02-13 was a good day.")});
    const Archive archive = given.assembled();
    EXPECT_FALSE(archive.notes[0].date);
    EXPECT_EQ(text_of(archive.notes[0].blocks), "2024-02-13 was a good day.\n");
}

TEST(DateLine, ThatIsImpossibleStaysAndIsReported) {
    Given given;
    given.note("a.md", {h(1, "A"), p("2024-02-30")});
    const Archive archive = given.assembled();
    EXPECT_EQ(text_of(archive.notes[0].blocks), "2024-02-30\n");
    EXPECT_THAT(given.ids(), ElementsAre("impossible-date"));
}

TEST(Footnotes, GoWithTheEntriesThatReferToThem) {
    Given given;
    Document& document =
        given.note("j.md", {h(2, "2024-02-13"), p(Inlines{t("a"), footnote_reference("two")}), h(2, "2024-02-14"),
                            p(Inlines{t("b"), footnote_reference("one"), footnote_reference("two")})});
    document.footnotes.push_back({"one", {p("First")}, {}, 0, 0});
    document.footnotes.push_back({"two", {p("Second")}, {}, 0, 0});
    const Archive archive = given.assembled();
    ASSERT_EQ(archive.notes[0].footnotes.size(), 1U);
    ASSERT_EQ(archive.notes[1].footnotes.size(), 2U);
    EXPECT_EQ(archive.notes[1].footnotes[0].label, "one");
    EXPECT_EQ(archive.notes[1].footnotes[1].number, 2U);
    EXPECT_EQ(archive.notes[1].footnotes[1].references, 1U);
}

TEST(Footnotes, AreNumberedByFirstReferenceAndUnusedOnesLast) {
    Given given;
    Document& document =
        given.note("a.md", {p(Inlines{footnote_reference("c"), footnote_reference("b"), footnote_reference("C")})});
    document.footnotes.push_back({"a", {p("unused")}, {}, 0, 0});
    document.footnotes.push_back({"b", {p(Inlines{footnote_reference("d")})}, {}, 0, 0});
    document.footnotes.push_back({"c", {p("c")}, {}, 0, 0});
    document.footnotes.push_back({"d", {p("d")}, {}, 0, 0});
    const Archive archive = given.assembled();
    std::vector<std::string_view> labels;
    for (const Footnote& one : archive.notes[0].footnotes) labels.push_back(one.label);
    EXPECT_THAT(labels, ElementsAre("c", "b", "d", "a"));
    EXPECT_EQ(archive.notes[0].footnotes[0].references, 2U);
}

}  // namespace
}  // namespace notes_export::archive
