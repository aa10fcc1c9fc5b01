#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <set>

#include "given.hpp"

namespace notes_export::archive {
namespace {

using namespace std::chrono;
using testing::ElementsAre;

std::string title_of(std::string path, Blocks blocks, const Given::Fields& fields = {}) {
    Given given;
    given.note(std::move(path), std::move(blocks), fields);
    return given.assembled().notes.at(0).title;
}

TEST(Title, ComesFromFrontMatterHeadingOrFileName) {
    EXPECT_EQ(title_of("a.md", {h(1, "Heading")}, {{"title", {"Stated"}}}), "Stated");
    EXPECT_EQ(title_of("a-b.md", {p("x")}, {{"title", {"{{ replace .Name \"-\" \" \" | title }}"}}}), "a b");
    EXPECT_EQ(title_of("a.md", {h(1, "Heading")}), "Heading");
    EXPECT_EQ(title_of("my-first_note.md", {p("x")}), "my first note");
    EXPECT_EQ(title_of("2024-02-13-a-post.md", {p("x")}), "a post");
    EXPECT_EQ(title_of("2024-02-13.md", {p("x")}), "2024-02-13");
    EXPECT_EQ(title_of("Well-known fact.md", {p("x")}), "Well-known fact");
    EXPECT_EQ(title_of("rest-api/README.md", {p("x")}), "rest api");
}

TEST(Title, IsWithoutTheNumbersThatProgramsPutIntoFileNames) {
    EXPECT_EQ(title_of("20240213094500 On thought.md", {p("x")}), "On thought");
    EXPECT_EQ(title_of("20240213094500.md", {p("x")}), "20240213094500");
    EXPECT_EQ(title_of("Reading list aabbccddeeff00112233445566778899.md", {p("x")}), "Reading list");
}

TEST(Title, IsNoHeadingThatAProgramHasWritten) {
    EXPECT_EQ(title_of("Daily.md", {h(1, "{{title}}"), p("x")}), "Daily");
    EXPECT_EQ(title_of("Plan.excalidraw.md", {h(1, "Text Elements"), p("x")}, {{"excalidraw-plugin", {"parsed"}}}),
              "Plan");
}

TEST(Title, IsNoSectionThatOtherNotesBeginWithToo) {
    Given given;
    const auto page = [] {
        Blocks blocks;
        blocks.push_back(h(1, "NAME"));
        blocks.push_back(p("cp - copies"));
        blocks.push_back(h(1, "EXAMPLES"));
        return blocks;
    };
    given.note("man/cp.1.md", page());
    given.note("man/mv.1.md", page());
    const Archive archive = given.assembled();
    EXPECT_THAT(titles(archive), ElementsAre("cp.1", "mv.1"));
    EXPECT_EQ(text_of(archive.notes[0].blocks), "1 NAME\ncp - copies\n1 EXAMPLES\n");
}

TEST(Title, LeavesTheBlocksOnlyWhenItIsTheHeading) {
    Given given;
    given.note("a.md", {h(1, "Same"), p("x")}, {{"title", {"same"}}});
    given.note("b.md", {h(1, "Other"), p("x")}, {{"title", {"Stated"}}});
    const Archive archive = given.assembled();
    EXPECT_EQ(text_of(archive.notes[0].blocks), "x\n");
    EXPECT_EQ(text_of(archive.notes[1].blocks), "1 Other\nx\n");
}

TEST(Title, IsWhatTheSummaryCallsTheNoteWhenItDoesNotSayItself) {
    Given given;
    given.sources.summary = {{"Foreword", "a.md", {}, false}, {"Second", "b.md", {}, false}};
    given.note("a.md", {h(2, "Other"), p("x")});
    given.note("b.md", {h(2, "second"), p("x"), h(2, "More")});
    const Archive archive = given.assembled();
    EXPECT_THAT(titles(archive), ElementsAre("Foreword", "second"));
    EXPECT_EQ(text_of(archive.notes[0].blocks), "1 Other\nx\n");
    EXPECT_EQ(text_of(archive.notes[1].blocks), "x\n1 More\n");
}

TEST(Title, IsALowerHeadingThatStandsAboveAllOthers) {
    EXPECT_EQ(title_of("a.md", {h(2, "Lead"), p("x"), h(3, "y")}), "Lead");
    EXPECT_EQ(title_of("a.md", {h(2, "First"), h(2, "Second")}), "a");
    EXPECT_EQ(title_of("a.md", {p("words before"), h(2, "First")}), "a");
    Given given;
    given.note("my-note.md", {h(3, "My note"), p("x"), h(3, "y")});
    EXPECT_EQ(text_of(given.assembled().notes[0].blocks), "x\n1 y\n");
}

TEST(Headings, BeginAtOneAndHaveNoGaps) {
    Given given;
    given.note("a.md", {h(1, "A"), h(3, "x"), h(6, "y"), h(2, "z"), h(4, "u"), h(3, "v")});
    EXPECT_EQ(text_of(given.assembled().notes[0].blocks), "1 x\n2 y\n1 z\n2 u\n2 v\n");
}

TEST(Date, ComesFromFrontMatterOrFileName) {
    Given given;
    given.note("a.md", {p("x")}, {{"date", {"2024-02-13T21:25:00+01:00"}}});
    given.note("2024_02_14.md", {p("x")});
    given.note("c.md", {p("x")}, {{"created", {"2024-02-31"}}});
    const Archive archive = given.assembled();
    EXPECT_TRUE(archive.notes[0].date->has_time);
    EXPECT_EQ(archive.notes[1].date->at, local_days{2024y / February / 14});
    EXPECT_THAT(given.ids(), ElementsAre("impossible-date"));
}

TEST(Order, IsThePathWithIndexesFirst) {
    Given given;
    given.note("a/2.md", {h(1, "2")});
    given.note("a/10.md", {h(1, "10")});
    given.note("a/README.md", {h(1, "Part")});
    given.note("b.md", {h(1, "B")});
    const Archive archive = given.assembled();
    EXPECT_THAT(titles(archive), ElementsAre("B", "Part", "2", "10"));
    ASSERT_EQ(archive.contents.size(), 2U);
    EXPECT_EQ(archive.contents[1].title, "Part");
    EXPECT_TRUE(archive.contents[1].note);
    EXPECT_EQ(archive.contents[1].children.size(), 2U);
}

TEST(Order, IsByDateWhenMostHaveOne) {
    Given given;
    given.note("a.md", {h(1, "A")}, {{"date", {"2024-05-03"}}});
    given.note("b.md", {h(1, "B")});
    given.note("c.md", {h(1, "C")}, {{"date", {"2024-05-01"}}});
    given.note("d.md", {h(1, "D")}, {{"date", {"2024-06-02"}}});
    given.note("e.md", {h(1, "E")}, {{"date", {"2024-07-02"}}});
    const Archive archive = given.assembled();
    EXPECT_THAT(titles(archive), ElementsAre("C", "A", "D", "E", "B"));
    EXPECT_EQ(archive.contents[0].title, "May 2024");
}

TEST(Order, FollowsThePositionsOfFrontMatter) {
    Given given;
    given.sources.text_root = "content";
    given.note("README.md", {h(1, "Readme")});
    given.note("content/a.md", {h(1, "A")}, {{"weight", {"20"}}, {"date", {"2024-05-01"}}});
    given.note("content/b.md", {h(1, "B")}, {{"weight", {"01"}}, {"date", {"2024-05-02"}}});
    given.note("content/c.md", {h(1, "C")}, {{"weight", {"0"}}, {"date", {"2024-05-03"}}});
    given.note("content/part/_index.md", {h(1, "Part")}, {{"weight", {"10"}}});
    given.note("content/part/d.md", {h(1, "D")}, {{"sidebar_position", {"2.5"}}, {"date", {"2024-05-04"}}});
    given.note("content/part/e.md", {h(1, "E")}, {{"nav_order", {"2"}}, {"date", {"2024-05-05"}}});
    const Archive archive = given.assembled();
    EXPECT_THAT(titles(archive), ElementsAre("B", "Part", "E", "D", "A", "C", "Readme"));
    EXPECT_EQ(archive.contents.front().title, "B");
    EXPECT_EQ(archive.contents.back().title, "Readme");
}

TEST(Order, IsNotThatOfAFewPinnedNotes) {
    Given given;
    std::vector<std::string> numbers;
    for (int i = 1; i < 17; ++i) numbers.push_back(std::to_string(i));
    for (int i = 1; i < 17; ++i)
        given.note("n" + std::to_string(i) + ".md", {h(1, numbers[static_cast<std::size_t>(i - 1)])},
                   {{"date", {"2024-05-" + std::to_string(30 - i)}}, {i < 4 ? "weight" : "x", {"nan"}}});
    given.note("pinned.md", {h(1, "Pinned")}, {{"weight", {"1"}}, {"date", {"2024-06-01"}}});
    EXPECT_EQ(titles(given.assembled()).back(), "Pinned");
}

TEST(Order, FollowsASummary) {
    Given given;
    given.note("a.md", {h(1, "A")});
    given.note("b.md", {h(1, "B")});
    given.note("c.md", {h(1, "C")});
    given.sources.summary = {{"Part", "", {}, true}, {"Bee", "b.md", {{"Sub", "a.md", {}, false}}, false}};
    const Archive archive = given.assembled();
    EXPECT_THAT(titles(archive), ElementsAre("B", "A", "C"));
    EXPECT_EQ(archive.contents[0].title, "Part");
    EXPECT_EQ(archive.contents[0].children[0].title, "Bee");
    EXPECT_EQ(archive.contents[0].children[0].children[0].title, "Sub");
    EXPECT_EQ(archive.contents[1].title, "C");
}

TEST(Order, FollowsAnIndexThatListsTheNotes) {
    Given given;
    given.note("README.md", {h(1, "Home"), p(Inlines{link("c.md"), link("a.md"), link("b.md")})});
    given.note("a.md", {h(1, "A")});
    given.note("b.md", {h(1, "B")});
    given.note("c.md", {h(1, "C")});
    EXPECT_THAT(titles(given.assembled()), ElementsAre("Home", "C", "A", "B"));
}

TEST(Order, CanBeWished) {
    Given given;
    given.note("a.md", {h(1, "10")}, {{"date", {"2024-05-03"}}});
    given.note("b.md", {h(1, "9")}, {{"date", {"2024-05-04"}}});
    given.options.sort = Sort::title;
    EXPECT_THAT(titles(given.assembled()), ElementsAre("9", "10"));
}

TEST(Keys, AreUniqueNames) {
    Given given;
    given.note("a b.md", {p("x")});
    given.note("a-b.md", {p("x")});
    given.note("日記/2024.md", {p("x")});
    const Archive archive = given.assembled();
    std::set<std::string> keys;
    for (const Note& note : archive.notes) {
        EXPECT_TRUE(note.key[0] >= 'a' && note.key[0] <= 'z') << note.key;
        keys.insert(note.key);
    }
    EXPECT_EQ(keys.size(), 3U);
    EXPECT_TRUE(keys.contains("a-b") && keys.contains("a-b-2"));
}

TEST(Keys, AnchorsAreUniqueInTheBook) {
    Given given;
    given.note("a.md", {h(2, "x"), h(2, "x"), h(2, "x-1"), named(p("t"), "x"), h(2, "!!!")});
    given.note("b.md", {h(2, "x")});
    const Archive archive = given.assembled();
    std::set<std::string> ids;
    for (const Anchor& anchor : archive.anchors) ids.insert(anchor.id);
    EXPECT_EQ(ids.size(), archive.anchors.size());
    EXPECT_TRUE(ids.contains("a--x-1"));
}

TEST(Contents, OfHundredsAreSplitIntoRangesOfLetters) {
    Given given;
    std::vector<std::string> names;
    for (int i = 0; i < 400; ++i) names.push_back(std::string(1, static_cast<char>('A' + i / 16)) + std::to_string(i));
    for (const std::string& name : names) given.note(name + ".md", {h(1, name), p("x")});
    const Archive archive = given.assembled();
    EXPECT_LE(archive.contents.size(), 60U);
    EXPECT_GT(archive.contents.size(), 5U);
    EXPECT_EQ(archive.contents[0].title.substr(0, 1), "A");
    std::size_t notes = 0;
    for (const ContentsEntry& part : archive.contents) {
        EXPECT_LE(part.children.size(), 60U);
        notes += part.children.size();
    }
    EXPECT_EQ(notes, 400U);
}

TEST(Contents, RangesOfOneLetterHaveAsManyAsTellThemApart) {
    Given given;
    std::vector<std::string> names;
    for (int i = 0; i < 200; ++i)
        names.push_back(std::string(i < 190 ? "a" : "b") + static_cast<char>('a' + i / 20) + std::to_string(i));
    for (const std::string& name : names) given.note(name + ".md", {h(1, name), p("x")});
    std::vector<std::string> ranges;
    for (const ContentsEntry& part : given.assembled().contents) ranges.push_back(part.title);
    ASSERT_GT(ranges.size(), 3U);
    EXPECT_EQ(std::set<std::string>(ranges.begin(), ranges.end()).size(), ranges.size());
    EXPECT_TRUE(ranges.front().starts_with("Aa – A")) << ranges.front();
    EXPECT_EQ(ranges.back(), "B");
}

void expect_in_order(const std::vector<ContentsEntry>& entries, std::uint32_t& next) {
    for (const ContentsEntry& entry : entries) {
        if (entry.note) {
            EXPECT_EQ(entry.note->value, next++) << entry.title;
        }
        expect_in_order(entry.children, next);
    }
}

TEST(Contents, TellNotesOfOneTitleApart) {
    Given given;
    for (const char* path : {"a/README.md", "a/README-de.md", "b/one.md"}) {
        Blocks blocks;
        blocks.push_back(h(1, "Same"));
        given.note(path, std::move(blocks));
    }
    const Archive archive = given.assembled();
    ASSERT_EQ(archive.contents.size(), 2u);
    EXPECT_EQ(archive.contents[0].title, "Same");
    ASSERT_EQ(archive.contents[0].children.size(), 1u);
    EXPECT_EQ(archive.contents[0].children[0].title, "Same (README-de)");
    EXPECT_EQ(archive.contents[1].children[0].title, "Same");
}

TEST(Contents, NameTheNotesInReadingOrder) {
    Given given;  // an index that names a folder before the files beside it
    given.note("README.md", {h(1, "Home"), p({link("z/1.md"), link("b.md"), link("a.md"), link("y/2.md")})});
    given.note("a.md", {h(1, "A")});
    given.note("b.md", {h(1, "B")});
    given.note("y/2.md", {h(1, "Y2")});
    given.note("z/1.md", {h(1, "Z1")});
    given.note("z/README.md", {h(1, "Z")});
    const Archive archive = given.assembled();
    EXPECT_THAT(titles(archive), ElementsAre("Home", "Z", "Z1", "B", "A", "Y2"));
    std::uint32_t next = 0;
    expect_in_order(archive.contents, next);
    EXPECT_EQ(next, 6U);
}

TEST(Contents, OfAPartialSummaryAreInReadingOrderToo) {
    Given given;
    given.sources.summary = {{"Two", "b/two.md", {{"One", "one.md", {}, false}}, false}};
    given.note("one.md", {h(1, "One")});
    given.note("b/two.md", {h(1, "Two")});
    given.note("b/three.md", {h(1, "Three")});
    given.note("four.md", {h(1, "Four")});
    const Archive archive = given.assembled();
    std::uint32_t next = 0;
    expect_in_order(archive.contents, next);
    EXPECT_EQ(next, 4U);
}

TEST(Metadata, IsStableForTheArchive) {
    Given one, two;
    for (Given* given : {&one, &two}) {
        given->note("a.md", {h(1, "Alpha"), p("x")}, {{"author", {"Ann"}}});
        given->sources.root = "/tmp/my-notes";
    }
    two.note("b.md", {p("y")});
    one.note("c.md", {p("y")});
    const Archive first = one.assembled(), second = two.assembled();
    EXPECT_EQ(first.metadata.title, "my notes");
    EXPECT_THAT(first.metadata.authors, ElementsAre("Ann"));
    EXPECT_EQ(first.metadata.identifier, second.metadata.identifier);
    EXPECT_TRUE(first.metadata.identifier.starts_with("urn:uuid:"));
    EXPECT_EQ(first.metadata.identifier[23], '5');
}

TEST(Language, IsThatOfMostWordsAndNotesMayDiffer) {
    static const char* const english =
        "This is a longer text that was written in English so that its language can be told from the words in it. "
        "It goes on for a while, because short texts are hard to tell apart, and then it comes to an end after some "
        "more words. The weather was fine, we walked along the river, and in the evening everybody sat around the "
        "fire and told stories. Nobody wanted to go home before midnight.";
    static const char* const persian =
        "این یک متن بلندتر به زبان فارسی است تا بتوان زبان آن را از روی کلمات تشخیص داد. "
        "هوا خوب بود و ما کنار رودخانه قدم زدیم. "
        "شب همه دور آتش نشستند و داستان گفتند و هیچ کس نخواست پیش از نیمه شب "
        "به خانه برود. این متن ادامه دارد تا به اندازه کافی بلند شود.";
    Given given;
    given.note("a.md", {p(english), p(english)});
    given.note("b.md", {p(persian)});
    given.note("c.md", {p("short")});
    const Archive archive = given.assembled();
    EXPECT_EQ(archive.metadata.language, "en");
    EXPECT_EQ(archive.notes[1].language, "fa");
    EXPECT_EQ(archive.notes[1].direction, Direction::right_to_left);
    EXPECT_EQ(archive.notes[2].language, "en");
}

TEST(Languages, AFewLatinWordsDontTurnANoteRound) {
    static const char* const persian =
        "این یک متن بلندتر به زبان فارسی است تا بتوان زبان آن را از روی کلمات تشخیص داد. هوا خوب بود و ما کنار رودخانه "
        "قدم "
        "زدیم. شب همه دور آتش نشستند و داستان گفتند و هیچ کس نخواست پیش از نیمه شب به خانه برود.";
    Given given;
    given.note("a.md", {p(persian), p(persian)});
    given.note("settings.md", {p("YAML یک فرمت متنی ساده است")});
    given.note("english.md", {p("A note of English words alone, too short for its language to be told")});
    const Archive archive = given.assembled();
    EXPECT_EQ(archive.notes[1].language, "fa");
    std::map<std::string, Direction> directions;
    for (const Note& note : archive.notes) directions[note.title] = note.direction;
    EXPECT_EQ(directions["settings"], Direction::right_to_left);
    EXPECT_EQ(directions["english"], Direction::left_to_right);
}

TEST(Tags, ComeFromFrontMatterAndTextOnce) {
    Given given;
    Document& document =
        given.note("a.md", {p(Inlines{{Tag{"Inline"}, {}}, {Tag{"one"}, {}}})}, {{"tags", {"One", "#two"}}});
    document.tags = {"Inline", "one"};
    EXPECT_THAT(given.assembled().notes[0].tags, ElementsAre("One", "two", "Inline"));
}

TEST(FrontMatter, ThatIsBrokenIsShown) {
    Given given;
    auto source = std::make_unique<Source>();
    source->path = "a.md";
    source->text = "---\na: [\n---\nText";
    source->front_matter.span = {0, 13};
    source->front_matter.broken = true;
    source->body = 13;
    Document document;
    document.source = std::move(source);
    document.blocks = {p("Text")};
    given.documents.push_back(std::move(document));
    EXPECT_EQ(text_of(given.assembled().notes[0].blocks), "---\na: [\n---\nText\n");
}

// Quadratic work would run into the test runner's time limit.
TEST(Assemble, TenThousandNotesAndAHundredThousandLinks) {
    Given given;
    static std::vector<std::string> paths, links;
    for (int i = 0; i < 10'000; ++i)
        paths.push_back("folder" + std::to_string(i % 100) + "/note " + std::to_string(i) + ".md");
    for (int i = 0; i < 10'000; ++i)
        links.push_back("../folder" + std::to_string(i % 100) + "/note%20" + std::to_string(i) + ".md#part");
    for (int i = 0; i < 10'000; ++i) {
        Inlines inlines;
        for (int k = 1; k <= 10; ++k) inlines.push_back(link(links[static_cast<std::size_t>(i * 7 + k * 37) % 10'000]));
        given.note(paths[static_cast<std::size_t>(i)],
                   {h(1, paths[static_cast<std::size_t>(i)]), p(std::move(inlines)), h(2, "Part")});
    }
    given.options.language = "en";
    const Archive archive = given.assembled();
    EXPECT_EQ(archive.notes.size(), 10'000U);
}

}  // namespace
}  // namespace notes_export::archive
