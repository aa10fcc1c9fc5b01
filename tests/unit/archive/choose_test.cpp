#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "archive/choose.hpp"
#include "given.hpp"

namespace notes_export::archive {
namespace {

using namespace std::chrono;
using testing::ElementsAre;
using testing::IsEmpty;

Given dated_notes() {
    Given given;
    given.note("a.md", {h(1, "January"), p("x")}, {{"date", {"2024-01-31 23:59"}}, {"tags", {"project/book"}}});
    given.note("b.md", {h(1, "February"), p({link("a.md")}), p({link("d.md")})}, {{"date", {"2024-02-01"}}});
    given.note("c.md", {h(1, "March"), p({wikilink("January")})}, {{"date", {"2024-03-05"}}, {"tags", {"Projects"}}});
    given.note("d.md", {h(1, "Undated"), p("x")}, {{"tags", {"Project"}}});
    return given;
}

TEST(Choice, OfDaysIsInclusive) {
    Given given = dated_notes();
    given.options.since = local_days{2024y / January / 31};
    given.options.until = local_days{2024y / February / 1};
    EXPECT_THAT(titles(given.assembled()), ElementsAre("January", "February"));
    EXPECT_THAT(given.ids(), ElementsAre("undated", "links-to-left-out"));
}

TEST(Choice, OfATagTakesWhatIsBelowIt) {
    Given given = dated_notes();
    given.options.tags = {"#project"};
    EXPECT_THAT(titles(given.assembled()), ElementsAre("January", "Undated"));
    EXPECT_TRUE(bears_tag("a/b", "a"));
    EXPECT_FALSE(bears_tag("ab", "a"));
    EXPECT_FALSE(bears_tag("a", "a/b"));
}

TEST(Choice, MakesLinksToTheRestTextWithOneNotice) {
    Given given = dated_notes();
    given.options.since = local_days{2024y / February / 1};
    const Archive archive = given.assembled();
    EXPECT_THAT(titles(archive), ElementsAre("February", "March"));
    EXPECT_EQ(target(archive, archive.notes[0].blocks[0]), "");
    EXPECT_EQ(target(archive, archive.notes[1].blocks[0]), "");
    EXPECT_THAT(given.ids(), ElementsAre("undated", "links-to-left-out"));
    EXPECT_THAT(given.diagnostics.all()[1].message, testing::StartsWith("3 links"));
    EXPECT_EQ(given.diagnostics.all()[1].severity, Severity::notice);
}

TEST(Choice, OfEntriesKeepsWhatOpensTheJournal) {
    Given given;
    given.note("j.md", {h(1, "Journal"), p("about it"), h(2, "One"), p("2024-01-01"), p({link("#two")}), h(2, "Two"),
                        p("2024-02-01"), p("y")});
    given.options.until = local_days{2024y / January / 31};
    const Archive archive = given.assembled();
    EXPECT_THAT(titles(archive), ElementsAre("", "One"));
    EXPECT_EQ(target(archive, archive.notes[1].blocks[0]), "");
    EXPECT_EQ(archive.metadata.title, "Journal");
}

TEST(Choice, LeavesNoKeyAndNoTitleOfTheBookChanged) {
    Given all = dated_notes(), some = dated_notes();
    some.options.until = local_days{2024y / January / 31};
    const Archive whole = all.assembled(), part = some.assembled();
    EXPECT_EQ(part.metadata.identifier, whole.metadata.identifier);
    EXPECT_EQ(part.notes[0].key, whole.notes[0].key);
}

TEST(Choice, OfNothingIsAnError) {
    Given given = dated_notes();
    given.options.tags = {"nowhere"};
    EXPECT_THROW(given.assembled(), Error);
}

Given site(Dialect dialect) {
    Given given;
    given.note("a.md", {h(1, "A"), p({link("b.md")})});
    given.note("b.md", {h(1, "B")}, {{"draft", {"true"}}, {"publish", {"false"}}});
    given.note("_drafts/c.md", {h(1, "C")});
    for (Document& document : given.documents) {
        auto source = std::make_unique<Source>(*document.source);
        source->dialect = dialect;
        document.source = std::move(source);
    }
    return given;
}

TEST(Drafts, OfHugoAndJekyllAreLeftOutAndCounted) {
    Given hugo = site(Dialect::hugo), jekyll = site(Dialect::jekyll);
    const Archive of_hugo = hugo.assembled(), of_jekyll = jekyll.assembled();
    EXPECT_THAT(titles(of_hugo), ElementsAre("A", "C"));
    EXPECT_EQ(of_hugo.drafts, 1U);
    EXPECT_THAT(titles(of_jekyll), ElementsAre("A"));
    EXPECT_EQ(of_jekyll.drafts, 2U);
    EXPECT_THAT(jekyll.ids(), ElementsAre("drafts", "links-to-left-out"));
}

TEST(Drafts, AreInOtherwise) {
    Given wanted = site(Dialect::jekyll), plain = site(Dialect::plain);
    wanted.options.drafts = true;
    EXPECT_EQ(wanted.assembled().notes.size(), 3U);
    EXPECT_EQ(plain.assembled().notes.size(), 3U);
    EXPECT_THAT(plain.ids(), IsEmpty());
}

TEST(TagIndex, HoldsEachTagOnceInOneSpelling) {
    Given given;
    given.note("a.md", {h(1, "A")}, {{"tags", {"Zebra", "apple"}}});
    given.note("b.md", {h(1, "B")}, {{"tags", {"APPLE", "a/b"}}});
    const Archive archive = given.assembled();
    ASSERT_EQ(archive.tags.size(), 3U);
    EXPECT_EQ(archive.tags[0].name, "a/b");
    EXPECT_EQ(archive.tags[1].name, "apple");
    EXPECT_THAT(archive.tags[1].notes, ElementsAre(NoteId{0}, NoteId{1}));
    EXPECT_THAT(archive.notes[1].tags, ElementsAre("apple", "a/b"));
}

TEST(Archive, CanDoWithoutTagIndexAndBacklinks) {
    Given given;
    given.note("a.md", {h(1, "A"), p({link("b.md")})}, {{"tags", {"x"}}});
    given.note("b.md", {h(1, "B")});
    given.options.backlinks = given.options.tag_index = false;
    const Archive archive = given.assembled();
    EXPECT_TRUE(archive.tags.empty());
    EXPECT_TRUE(archive.notes[1].linked_from.empty());
    EXPECT_THAT(archive.notes[0].tags, ElementsAre("x"));
}

}  // namespace
}  // namespace notes_export::archive
