#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "given.hpp"

namespace notes_export::archive {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Where a link from `folder/from.md` leads in an archive of some notes.
struct Case {
    Given given;
    Case() {
        given.note("README.md", {h(1, "Home"), p("x")});
        given.note("folder/README.md", {h(1, "Folder"), p("x")});
        given.note("folder/My Note #1.md", {h(1, "My note"), p("x")});
        given.note("other/Ünique.md",
                   {h(1, "Unique"), h(2, "What is it?"), h(2, "What is it?"), h(2, "Perf (5.6.1)"),
                    named(p("block"), "b1"), h(3, "Deep"), h(2, "Two"), h(3, "Deep")},
                   {{"aliases", {"Nick"}}});
        given.sources.files = {"doc.pdf", "img/Pic one.png"};
        given.sources.repository = "https://github.com/me/notes";
    }
    std::string of(Inline item) {
        given.note("folder/from.md", {h(1, "From"), h(2, "Here"), p(Inlines{std::move(item)})});
        const Archive archive = given.assembled();
        for (const Note& note : archive.notes)
            if (note.title == "From") return target(archive, note.blocks.back());
        return "?";
    }
};

std::string markdown(std::string_view destination) {
    return Case().of(link(destination));
}
std::string wiki(std::string_view destination) {
    return Case().of(wikilink(destination));
}

TEST(Link, LeadsToNotesByPath) {
    EXPECT_EQ(markdown("../other/%C3%9Cnique.md"), "other_unique");
    EXPECT_EQ(markdown("../other/Ünique"), "other_unique");
    EXPECT_EQ(markdown("/other/Ünique.html"), "other_unique");
    EXPECT_EQ(markdown("other/ünique.md"), "other_unique");
    EXPECT_EQ(markdown("U\xCC\x88nique.md"), "other_unique");
    EXPECT_EQ(markdown("./My%20Note%20%231.md"), "folder_my-note-1");
    EXPECT_EQ(markdown("My Note #1.md"), "folder_my-note-1");
    EXPECT_EQ(markdown("./"), "folder_readme");
    EXPECT_EQ(markdown("../folder"), "folder_readme");
    EXPECT_EQ(markdown("/folder/index.html"), "folder_readme");
    EXPECT_EQ(markdown("../"), "readme");
}

TEST(Link, BeginsAtTheTopOfASiteWhichIsAFolderAboveTheNote) {
    const auto leads = [](std::string_view destination) {
        Given given;
        given.note("content/de/part/_index.md", {h(1, "Teil"), p("x")});
        given.note("content/en/part/_index.md", {h(1, "Part"), p("x")});
        given.note("content/en/about/from.md", {h(1, "From"), p({link(destination)})});
        const Archive archive = given.assembled();
        for (const Note& note : archive.notes)
            if (note.title == "From") return target(archive, note.blocks.back());
        return std::string("?");
    };
    EXPECT_EQ(leads("/part/"), "content_en_part_index");
    EXPECT_EQ(leads("/en/part"), "content_en_part_index");
    EXPECT_EQ(leads("/de/part/_index.md"), "content_de_part_index");
    EXPECT_EQ(leads("/nowhere/"), "");
}

TEST(Link, FragmentsFindHeadingsExactlyThenLoosely) {
    EXPECT_EQ(markdown("#here"), "folder_from--here");
    EXPECT_EQ(markdown("../other/Ünique.md#what-is-it-1"), "other_unique--what-is-it-1");
    EXPECT_EQ(markdown("../other/Ünique.md#what-is-it?"), "other_unique--what-is-it");
    EXPECT_EQ(markdown("../other/Ünique.md#perf-(561)"), "other_unique--perf-5-6-1");
    EXPECT_EQ(markdown("../other/Ünique.md#Perf"), "other_unique--perf-5-6-1");
    EXPECT_EQ(markdown("../other/Ünique.md#unique"), "other_unique");
    EXPECT_EQ(markdown("../other/Ünique.md#b1"), "other_unique--b1");
    EXPECT_EQ(markdown("../other/Ünique.md#B1"), "other_unique--b1");
}

TEST(Link, WithAFragmentThatNothingAnswersLeadsToTheNote) {
    Case one;
    EXPECT_EQ(one.of(link("../other/Ünique.md#nothing")), "other_unique");
    EXPECT_THAT(one.given.ids(), ElementsAre("dead-fragment"));
}

TEST(Link, ToNothingIsReportedOnce) {
    Case one;
    EXPECT_EQ(one.of(link("gone.md")), "");
    EXPECT_THAT(one.given.ids(), ElementsAre("dead-link"));
}

TEST(Link, ToAFileThatIsNoNoteIsTold) {
    Case one;
    EXPECT_EQ(one.of(link("../doc.pdf")), "");
    EXPECT_THAT(one.given.ids(), ElementsAre("not-in-book"));
    EXPECT_EQ(one.given.diagnostics.all()[0].severity, Severity::notice);
}

TEST(Link, ToTheWebIsKeptIfSafe) {
    EXPECT_EQ(markdown("https://a.org/ü"), "https://a.org/%C3%BC");
    EXPECT_EQ(markdown("//a.org/x"), "https://a.org/x");
    for (const char* bad : {"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"}) {
        Case one;
        EXPECT_EQ(one.of(link(bad)), "");
        EXPECT_THAT(one.given.ids(), ElementsAre("unsafe-link"));
    }
    Case malformed;
    EXPECT_EQ(malformed.of(link("http://[")), "");
    EXPECT_THAT(malformed.given.ids(), ElementsAre("malformed-link"));
}

TEST(Link, ToTheArchivesOwnRepositoryMeansItsNote) {
    EXPECT_EQ(markdown("https://github.com/me/notes/blob/main/other/%C3%9Cnique.md#two"), "other_unique--two");
    EXPECT_EQ(markdown("https://github.com/me/notes/issues"), "https://github.com/me/notes/issues");
}

TEST(Wikilink, FollowsObsidiansRules) {
    EXPECT_EQ(wiki("Ünique"), "other_unique");
    EXPECT_EQ(wiki("ünique.md"), "other_unique");
    EXPECT_EQ(wiki("other/Ünique"), "other_unique");
    EXPECT_EQ(wiki("Nick"), "other_unique");
    EXPECT_EQ(wiki("#Here"), "folder_from--here");
    EXPECT_EQ(wiki("Ünique#What is it?"), "other_unique--what-is-it");
    EXPECT_EQ(wiki("Ünique#Two#Deep"), "other_unique--deep-1");
    EXPECT_EQ(wiki("Ünique#^b1"), "other_unique--b1");
    EXPECT_EQ(wiki("Home"), "readme");
}

TEST(Wikilink, MayGiveANotesNumberAlone) {
    const auto of = [](std::string_view name) {
        Case one;
        one.given.note("20240213094500 On thought.md", {h(1, "On thought"), p("x")});
        one.given.note("other/second.md", {h(1, "Second"), p("x")}, {{"id", {"k7Q"}}});
        return one.of(wikilink(name));
    };
    EXPECT_EQ(of("20240213094500"), "n20240213094500-on-thought");
    EXPECT_EQ(of("k7Q"), "other_second");
}

TEST(Wikilink, MayHaveItsHeadingBehindASlash) {
    EXPECT_EQ(wiki("Ünique/Two"), "other_unique--two");
    EXPECT_EQ(wiki("Ünique/None"), "");
}

Inline labelled(std::string_view destination, std::string_view label) {
    Inline item = wikilink(destination);
    std::get<Link>(item.node).children = {t(label)};
    return item;
}

TEST(Wikilink, MayHaveItsLabelBeforeTheNameInAWikiThatWritesThemSo) {
    Case one;
    EXPECT_EQ(one.of(labelled("Click here", "Ünique")), "other_unique");
    EXPECT_THAT(one.given.ids(), IsEmpty());
    Case both;
    both.given.note("second.md", {h(1, "Second"), p(Inlines{labelled("Click here", "Nick")})});
    EXPECT_EQ(both.of(labelled("Home", "Ünique")), "other_unique");
}

TEST(Wikilink, HasItsNameBeforeTheLabelInAVaultAndWhereMostLinksDo) {
    Case vault;
    vault.given.sources.vault = true;
    EXPECT_EQ(vault.of(labelled("Click here", "Ünique")), "");
    Case wiki;
    wiki.given.note("second.md", {h(1, "Second"), p(Inlines{labelled("Nick", "Click here")})});
    EXPECT_EQ(wiki.of(labelled("Not yet written", "Ünique")), "");
    EXPECT_THAT(wiki.given.ids(), ElementsAre("dead-link"));
}

TEST(Link, ToAPageThatHasMovedLeadsToItsNewPlace) {
    const auto leads = [](std::string_view destination) {
        Given given;
        given.sources.text_root = "src";
        given.sources.redirects = {{"/old/page.html", "/new/page.html"}, {"/old/near.html", "../new/page.html"}};
        given.note("src/new/page.md", {h(1, "Page"), p("x")});
        given.note("src/from.md", {h(1, "From"), p(Inlines{link(destination)})});
        const Archive archive = given.assembled();
        for (const Note& note : archive.notes)
            if (note.title == "From") return target(archive, note.blocks.back());
        return std::string("?");
    };
    EXPECT_EQ(leads("old/page.html"), "src_new_page");
    EXPECT_EQ(leads("./old/near.md"), "src_new_page");
    EXPECT_EQ(leads("/old/near.html"), "src_new_page");
    EXPECT_EQ(leads("old/other.html"), "");
}

TEST(Link, MayNameItsNoteByAnId) {
    Case one;
    one.given.note("0123456789abcdef0123456789ABCDEF.md", {h(1, "By name"), p("x")});
    EXPECT_EQ(one.of(link(":/0123456789abcdef0123456789abcdef")), "n0123456789abcdef0123456789abcdef");
    Case other;
    other.given.note("second.md", {h(1, "By field"), h(2, "Two"), p("x")},
                     {{"id", {"0123456789abcdef0123456789abcdef"}}});
    EXPECT_EQ(other.of(link(":/0123456789abcdef0123456789abcdef#two")), "second--two");
    EXPECT_EQ(markdown(":/0123456789abcdef"), "");
}

TEST(Link, MayNameItsNoteInBracketsOrBehindBraces) {
    EXPECT_EQ(markdown("[[Nick]]"), "other_unique");
    EXPECT_EQ(markdown("{filename}/other/Ünique.md#two"), "other_unique--two");
}

TEST(Wikilink, ToNothingIsReported) {
    Case one;
    EXPECT_EQ(one.of(wikilink("Nobody")), "");
    EXPECT_THAT(one.given.ids(), ElementsAre("dead-link"));
}

TEST(Wikilink, OfSeveralNotesMeansTheShortestPath) {
    Given given;
    given.note("a/b/x.md", {h(1, "Deep")});
    given.note("c/x.md", {h(1, "High")});
    given.note("from.md", {h(1, "From"), p(Inlines{wikilink("x")})});
    const Archive archive = given.assembled();
    for (const Note& note : archive.notes)
        if (note.title == "From") {
            EXPECT_EQ(target(archive, note.blocks[0]), "c_x");
        }
}

TEST(Link, ByASitesAddressLeadsToTheNote) {
    Given given;
    given.note("_posts/2024-03-01-two.md", {p("x")});
    given.note("content/three.md", {p("y")}, {{"permalink", {"/else/where/"}}});
    given.note("from.md", {p(Inlines{link("/2024/03/01/two.html")}), p(Inlines{link("/else/where")})});
    const Archive archive = given.assembled();
    EXPECT_THAT(given.ids(), IsEmpty());
}

TEST(Wikilink, ToABlockOfLogseqShowsItsWords) {
    const std::string_view uuid = "65d3f1a2-1234-4abc-9def-0123456789ab";
    Given given;
    given.note("pages/a.md", {named(p("Its words"), uuid)});
    given.note("pages/b.md", {p(Inlines{wikilink(uuid)})});
    const Archive archive = given.assembled();
    EXPECT_THAT(given.ids(), IsEmpty());
    EXPECT_EQ(plain_text(std::get<Paragraph>(archive.notes[1].blocks.front().node).children), "Its words");
}

TEST(Link, LeadsFromEntryToEntry) {
    Given given;
    given.note("j.md", {h(1, "J"), h(2, "2024-02-13"), p(Inlines{link("#why-so")}), h(2, "2024-02-14"), h(3, "Why so?"),
                        p(Inlines{link("#2024-02-13")})});
    const Archive archive = given.assembled();
    EXPECT_EQ(target(archive, archive.notes[0].blocks[0]), "n2024-02-14--why-so");
    EXPECT_EQ(target(archive, archive.notes[1].blocks[1]), "n2024-02-13");
    EXPECT_THAT(archive.notes[0].linked_from, ElementsAre(NoteId{1}));
}

TEST(Backlinks, LeaveOutAnIndexThatListsTheNotes) {
    Given given;
    given.note("README.md", {p(Inlines{link("a.md"), link("b.md"), link("c.md")})});
    given.note("a.md", {p(Inlines{link("b.md")})});
    given.note("b.md", {p("B")});
    given.note("c.md", {p("C")});
    const Archive archive = given.assembled();
    EXPECT_THAT(archive.notes[2].linked_from, ElementsAre(NoteId{1}));
    EXPECT_THAT(archive.notes[3].linked_from, IsEmpty());
}

TEST(Backlinks, CountAnIndexThatNamesAFewNotes) {
    Given given;
    given.note("README.md", {p(Inlines{link("a.md")})});
    for (const char* path : {"a.md", "b.md", "c.md"}) given.note(path, {p("Text")});
    EXPECT_THAT(given.assembled().notes[1].linked_from, ElementsAre(NoteId{0}));
}

TEST(Picture, OfSeveralByOneNameIsTheOneNearestToTheNote) {
    Given given;
    given.sources.root = "/notes";
    given.sources.files = {"other/a.png", "folder/a.png", "folder/deep/attachments/a.png"};
    given.note("folder/deep/note.md", {h(1, "N"), p(Inlines{image("a.png")})});
    const Archive archive = given.assembled();
    ASSERT_EQ(archive.resources.size(), 1U);
    EXPECT_EQ(archive.resources[0].file, "/notes/folder/deep/attachments/a.png");
}

TEST(Image, IsFoundNearThenAtTheRootThenByName) {
    for (const char* destination : {"../img/Pic%20one.png", "/img/Pic one.png", "img/pic ONE.png", "Pic one.png",
                                    "../img/Pic%20one.png?raw=true"}) {
        Case one;
        one.given.sources.root = "/notes";
        one.given.note("folder/from.md", {p(Inlines{image(destination), image("/img/Pic%20one.png")})});
        const Archive archive = one.given.assembled();
        ASSERT_EQ(archive.resources.size(), 1U) << destination;
        EXPECT_EQ(archive.resources[0].file, "/notes/img/Pic one.png");
        EXPECT_THAT(one.given.ids(), IsEmpty());
    }
}

TEST(Image, ThatIsMissingIsReported) {
    Given given;
    given.note("a.md", {p(Inlines{image("no.png")}), p(Inlines{image("https://a.org/x y.png")})});
    const Archive archive = given.assembled();
    EXPECT_THAT(given.ids(), ElementsAre("missing-picture"));
    const auto& second = std::get<Image>(std::get<Paragraph>(archive.notes[0].blocks[1].node).children[0].node);
    EXPECT_EQ(std::get<ExternalUrl>(second.target).url, "https://a.org/x%20y.png");
}

TEST(Embed, SetsNotesSectionsAndBlocksInPlace) {
    Given given;
    given.note("a.md", {h(1, "A"), h(2, "In"), embed("b"), embed("b#Part"), embed("b#^x"), embed("nothing")});
    given.note("b.md", {h(1, "B"), p("intro"), h(2, "Part"), p("one"), h(2, "Other"), named(p("block"), "x")});
    const Archive archive = given.assembled();
    EXPECT_EQ(text_of(archive.notes[0].blocks),
              "1 In\n[intro\n2 Part\none\n2 Other\nblock\n]\n[2 Part\none\n]\n[block\n]\nnothing\n");
    EXPECT_THAT(archive.notes[1].linked_from, ElementsAre(NoteId{0}));
    EXPECT_THAT(given.ids(), ElementsAre("dead-link"));
}

TEST(Embed, OfItselfStops) {
    Given given;
    given.note("a.md", {h(1, "A"), p("a"), embed("b")});
    given.note("b.md", {h(1, "B"), p("b"), embed("a"), embed("b")});
    const Archive archive = given.assembled();
    EXPECT_EQ(text_of(archive.notes[0].blocks), "a\n[b\n[]\n[]\n]\n");
}

TEST(Links, ToADayLeadToItsJournal) {
    Given given;
    given.note("journals/2024_02_13.md", {p("Words.")});
    given.note("a.md", {p(Inlines{wikilink("Feb 13th, 2024")}), p(Inlines{wikilink("Feb 14th, 2024")})});
    const Archive archive = given.assembled();
    const auto note = std::find_if(archive.notes.begin(), archive.notes.end(),
                                   [](const Note& one) { return one.blocks.size() == 2; });
    ASSERT_NE(note, archive.notes.end());
    const auto day = std::find_if(archive.notes.begin(), archive.notes.end(),
                                  [](const Note& one) { return one.title == "2024-02-13"; });
    ASSERT_NE(day, archive.notes.end());
    EXPECT_EQ(target(archive, note->blocks[0]), day->key);
    EXPECT_EQ(target(archive, note->blocks[1]), "");
}

}  // namespace
}  // namespace notes_export::archive
