#include <gtest/gtest.h>

#include "given.hpp"

namespace notes_export::archive {
namespace {

/// The only paragraph of a note, set with `--smart`. `source` is the text as it was written.
std::string smart(std::string text, const std::string& language = "en", const std::string& source = {}) {
    Given given;
    given.options.smart = true;
    given.options.language = language;
    Document& document = given.note("a.md", {});
    auto own = std::make_unique<Source>(*document.source);
    own->text = source.empty() ? text : source;
    document.source = std::move(own);
    Block block = p(std::string_view(text));
    document.blocks.push_back(h(1, "T"));
    document.blocks.push_back(std::move(block));
    const Archive archive = given.assembled();
    return plain_text(std::get<Paragraph>(archive.notes.at(0).blocks.at(0).node).children);
}

TEST(Smart, QuotesAreThoseOfTheLanguage) {
    EXPECT_EQ(smart(R"("A 'b' c," she said.)"), "“A ‘b’ c,” she said.");
    EXPECT_EQ(smart(R"(Er sagte: "Nein 'x'")", "de"), "Er sagte: „Nein ‚x‘“");
    EXPECT_EQ(smart(R"("Non")", "fr"), "«\u00a0Non\u00a0»");
    EXPECT_EQ(smart(R"(("a") "b"--"c")"), "(“a”) “b”–“c”");
}

TEST(Smart, ApostrophesArePlain) {
    EXPECT_EQ(smart("It's the dogs' bone, '90s rock 'n' roll"), "It’s the dogs’ bone, ’90s rock ‘n’ roll");
    EXPECT_EQ(smart("Wie geht's", "de"), "Wie geht’s");
}

TEST(Smart, DashesAndEllipses) {
    EXPECT_EQ(smart("1990--1995, yes---no... ----"), "1990–1995, yes—no… ----");
    EXPECT_EQ(smart("give --list to it"), "give --list to it");
    EXPECT_EQ(smart("a 6\" pipe"), "a 6\" pipe");
}

TEST(Smart, EscapedMarksStay) {
    EXPECT_EQ(smart(R"("a" -- b)", "en", R"(\"a\" \-- b)"), R"("a" -- b)");
}

TEST(Smart, ReachesOverStyledWordsButNotIntoCodeAndAddresses) {
    Given given;
    given.options.smart = true;
    Inlines inlines{t("\""), Inline{Styled{Style::emphasis, {t("word")}, {}}, {}}, t("\" "), Inline{Code{"'--'"}, {}},
                    link("https://a.b/--", "https://a.b/--")};
    given.note("a.md", {h(1, "It's \"one\""), p(std::move(inlines))});
    const Archive archive = given.assembled();
    EXPECT_EQ(plain_text(std::get<Paragraph>(archive.notes[0].blocks[0].node).children), "“word” '--'https://a.b/--");
    EXPECT_EQ(archive.notes[0].title, "It’s “one”");
    EXPECT_EQ(archive.contents[0].title, "It’s “one”");
}

TEST(Smart, IsOffUnlessAskedFor) {
    Given given;
    given.note("a.md", {h(1, "T"), p("\"x\"")});
    EXPECT_EQ(text_of(given.assembled().notes[0].blocks), "\"x\"\n");
}

}  // namespace
}  // namespace notes_export::archive
