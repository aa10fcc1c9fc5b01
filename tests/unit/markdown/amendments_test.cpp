// Where md4c 0.4.8 reads otherwise than the specifications.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parsed.hpp"

namespace notes_export::markdown {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::model;
using testing::parsed;
using testing::text_of;
using testing::warnings;

TEST(Amendments, SymbolsArePunctuationToEmphasis) {
    EXPECT_EQ(text_of(parsed("*£*a, *€*b, *𞋿*c, *é*d\n")), "*£*a, *€*b, *𞋿*c, éd\n");
    EXPECT_EQ(model("*5 €*\n"), "\nparagraph\n  emphasis\n    text \"5 €\"\n");
}

TEST(Amendments, CommentsMayHoldHyphens) {
    EXPECT_EQ(text_of(parsed("a <!-- b -- c\n-- d --> e <!--> f <!---> g\n")), "a  e  f  g\n");
    EXPECT_EQ(text_of(parsed("`<!-- a -- b -->` and <!-- no\n\nend --> --\n")),
              "<!-- a -- b --> and <!-- no\nend --> --\n");
}

TEST(Amendments, ACommentMayOpenAtALinesEnd) {
    EXPECT_EQ(text_of(parsed("a<!--\nb --> c <!--\nd\n-->e\n\n`f`<!--\ng --> h\n")), "a c e\nf h\n");
    EXPECT_EQ(text_of(parsed("> a <!--\n> b --> c\n")), "a  c\n");
    EXPECT_EQ(text_of(parsed("<!--\na\n\nb -->\nc\n")), "c\n");
    EXPECT_EQ(text_of(parsed("`<!--\na -->`\n")), "<!-- a -->\n");
}

TEST(Amendments, ATableNeedsAsManyCellsInItsHeadAsDashes) {
    EXPECT_EQ(text_of(parsed("| a | b |\n| --- |\n| c |\n")), "| a | b | | --- | | c |\n");
    EXPECT_EQ(text_of(parsed("| a | b |\n| --- | --- |\n| c |\n")), "a\nb\nc\n");
    EXPECT_EQ(text_of(parsed("- | a | b |\n  | --- | --- |\n  | c | d |\n")), "a\nb\nc\nd\n");
    EXPECT_EQ(text_of(parsed("> 1. | `a|b` | c |\n>    | :---: | ---: |\n>    | d | e |\n")), "a|b\nc\nd\ne\n");
}

TEST(Amendments, CellsThatATableHasNoColumnForStandInItsLastOne) {
    const auto document = parsed("| a | b |\n| --- | --- |\n| c | d | lost | too |\n| e | f |   |\n| g | |\n");
    EXPECT_EQ(text_of(document), "a\nb\nc\nd | lost | too\ne\nf\ng\n");
    EXPECT_THAT(warnings(document), ElementsAre("cells-joined"));
    const SourceSpan span = document.diagnostics.all().front().span;
    EXPECT_EQ(document.source->text.substr(span.begin, 4), "lost");
    EXPECT_THAT(warnings(parsed("| a | b |\n| --- | --- |\n| [x](y) | ![](z) |\n| | `c` |\n| **d** | *e* |\n")),
                IsEmpty());
}

TEST(Amendments, DoubledBarsAreTextWhereARowHasTwoCellsTooMany) {
    EXPECT_EQ(text_of(parsed("| a | b |\n|---|---|\n| c || d | e |\n| f | g || h |\n")),
              "a\nb\nc || d\ne\nf\ng || h\n");
    EXPECT_EQ(text_of(parsed("| a | b | c |\n|---|---|---|\n| d || e |\n")), "a\nb\nc\nd\ne\n");
}

TEST(Amendments, APipeInATablesCodeLosesItsBackslash) {
    EXPECT_EQ(text_of(parsed("| a |\n| --- |\n| `b \\| c` \\| d |\n\n`e \\| f`\n")), "a\nb | c | d\ne \\| f\n");
}

}  // namespace
}  // namespace notes_export::markdown
