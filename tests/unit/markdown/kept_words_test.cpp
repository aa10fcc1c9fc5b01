// Notes that once lost a word, each the smallest that did. tests/property makes more of them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parsed.hpp"

namespace notes_export::markdown {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using testing::parsed;
using testing::text_of;
using testing::warnings;

std::string words(std::string text, Dialect dialect = Dialect::plain) {
    const Document document = parsed(std::move(text), LineBreaks::join, dialect);
    std::string out = text_of(document);
    for (const Footnote& footnote : document.footnotes)
        for_each_block(
            footnote.blocks, [](const Block&) {}, [&](const Inlines& inlines) { out += plain_text(inlines) + "\n"; });
    return out;
}

TEST(KeptWords, BehindATableThatNothingCloses) {
    EXPECT_THAT(words("+ <table>\n\n  + word\n+ [[0]]"), HasSubstr("word"));
}

TEST(KeptWords, BesideMarksThatATablePutsElsewhere) {
    const std::string text = words("1) 5<table>\n   # b <a href=\"h\">word\n   ^name\n");
    EXPECT_THAT(text, HasSubstr("b word"));
}

TEST(KeptWords, BehindAQuotationMarkThatNothingCloses) {
    EXPECT_THAT(words("<p i='>word"), HasSubstr("word"));
    EXPECT_THAT(words("<frame s=\">word"), HasSubstr("word"));
    EXPECT_THAT(words("a <b title=\"x\" c='d\">word</b>"), HasSubstr("word"));
}

TEST(KeptWords, BehindAClosingTagOverTwoLinesOfAQuote) {
    EXPECT_THAT(words("><style></style\n> word"), HasSubstr("word"));
}

TEST(KeptWords, InATermThatIsMoreThanWords) {
    EXPECT_THAT(words("<dl><dt>\n\nword||\n-|-"), HasSubstr("word"));
}

TEST(KeptWords, InALinksLabelWithHtml) {
    EXPECT_EQ(words("[[a|b <!-- no --><b>c</b>]]", Dialect::obsidian), "b c\n");
}

TEST(KeptWords, BehindBracketsThatMd4cPairsAcrossAnAddress) {
    EXPECT_THAT(words("![a]([)](word) b"), HasSubstr("](word) b"));
    EXPECT_THAT(words("![]([)]()"), HasSubstr("]()"));
}

TEST(KeptWords, OfWhatLooksLikeAFootnote) {
    EXPECT_THAT(words("a\n\n[^not one]: word\n"), HasSubstr("[^not one]: word"));
    EXPECT_THAT(words("a\n\n[^b\\c]: word\n"), HasSubstr("word"));
    EXPECT_THAT(words("* w\n\n[^z]:\n  #\n    [^1]: word"), HasSubstr("word"));
}

TEST(KeptWords, OfAFootnoteInAFenceOfMdBooks) {
    EXPECT_THAT(words("```admonish\na^[some words] b[^1]\n\n[^1]: more\n```\n", Dialect::mdbook),
                AllOf(HasSubstr("some words"), HasSubstr("more")));
}

TEST(KeptWords, OfARowBeyondTheTable) {
    EXPECT_EQ(words("| |\n|-|\n| |word\n"), "|word\n");
    EXPECT_THAT(words("> |\n> |-\n> | `a\\\\|word  |\n"), HasSubstr("word"));
    EXPECT_EQ(words("| a |\n|-|\n| b | [[c]] | *d* \\| e |\n", Dialect::obsidian), "a\nb | c | d | e\n");
    EXPECT_THAT(words("a[^1]\n\n[^1]: b\n\n    |c|d|\n    |---|---|\n    |e|f|g|\n"), HasSubstr("e\nf|g\n"));
    EXPECT_THAT(warnings(parsed("| |\n|-|\n| |word\n")), Contains("cells-joined"));
    EXPECT_THAT(warnings(parsed("| |\n|-|\n| |\n\n| a |\n|-|\n| |\n| |\n")), ::testing::IsEmpty());
}

TEST(KeptWords, OfWhatDefinesNoLink) {
    EXPECT_EQ(words("[Anna]: Hello!\n[Bob]:\nYes\n"), "[Anna]: Hello! [Bob]: Yes\n");
    EXPECT_EQ(words("[a] b[^1]\n\n[^1]: [c][d]\n\n[a]: Note\n[d]: Note\n[e]: note.md\n"), "a b\nc\n");
}

TEST(KeptWords, OfPartsOfAPage) {
    EXPECT_EQ(words("<template><p>word</p></template>\n"), "word\n");
    EXPECT_EQ(words("<map><area href=\"b.md\" alt=\"word\"></map>\n"), "word\n");
    EXPECT_EQ(words("<select><optgroup label=\"one\"><option>two</option></optgroup></select>\n"), "one two\n");
}

TEST(KeptWords, OfACalloutWhoseBracketIsNoKinds) {
    EXPECT_THAT(words("> [!tip|b: [^word] c\n"), HasSubstr("word"));
}

TEST(KeptWords, BetweenTwoFormulas) {
    EXPECT_EQ(testing::model("$$\na\n$$\n\nb *c*\n\n$$\nd\n$$\n"), R"(
math "\na\n"
paragraph
  text "b "
  emphasis
    text "c"
math "\nd\n"
)");
}

TEST(KeptWords, BehindADrawerThatNothingCloses) {
    EXPECT_THAT(words("- a\n  :LOGBOOK:\n- word\n  :LOGBOOK:\n  CLOCK: x\n  :END:\n", Dialect::logseq),
                HasSubstr("word"));
    EXPECT_THAT(words("#+BEGIN_QUOTE word\nb\n#+END_QUOTE\n", Dialect::logseq), HasSubstr("word"));
}

TEST(KeptWords, BehindATemplateThatNothingCloses) {
    EXPECT_THAT(words("{{< figure src=\"a.png\" ,}}\n\nword {{< x >}}\n", Dialect::hugo), HasSubstr("word"));
    EXPECT_THAT(words("{% endif word {% comment %}b{% endcomment %} c\n", Dialect::jekyll), HasSubstr("word"));
}

}  // namespace
}  // namespace notes_export::markdown
