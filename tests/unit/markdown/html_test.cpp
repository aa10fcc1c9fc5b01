// HTML and Markdown that enclose one another come out nested as they are written.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parsed.hpp"

namespace notes_export::markdown {
namespace {

using testing::model;
using testing::parsed;
using testing::text_of;

TEST(HtmlInMarkdown, AParagraphInAnotherLanguageKeepsIt) {
    EXPECT_EQ(model("<p lang=\"zh-Hant\">直</p>\n\n<p>b</p>\n"), R"(
division language=zh-Hant
  paragraph
    text "直"
paragraph
  text "b"
)");
}

TEST(HtmlInMarkdown, DetailsEncloseAList) {
    EXPECT_EQ(model("<details>\n<summary>Sum</summary>\n\n- a\n- b\n\n</details>\n\nafter\n"), R"(
details
  summary
    text "Sum"
  list bullet tight
    item
      paragraph
        text "a"
    item
      paragraph
        text "b"
paragraph
  text "after"
)");
}

TEST(HtmlInMarkdown, DetailsStandWithinAnItem) {
    EXPECT_EQ(model("* a\n  <details>\n  <summary>S</summary>\n\n  inside\n\n  </details>\n* b\n"), R"(
list bullet loose
  item
    paragraph
      text "a"
    details
      summary
        text "S"
      paragraph
        text "inside"
  item
    paragraph
      text "b"
)");
}

TEST(HtmlInMarkdown, AnAlignedParagraphEnclosesPictures) {
    EXPECT_EQ(model("<p align=\"center\">\n  <img src=\"a.png\" width=\"40%\">\n  <img src=b.png>\n</p>\n"), R"(
paragraph center
  image "a.png" "" percent=40
  soft break
  image "b.png" ""
)");
    EXPECT_EQ(model("<p align=center>\n\n![a](a.png)\n![b](b.png)\n\n</p>\n\nnext\n"), R"(
division center
  paragraph
    image "a.png" "a"
    soft break
    image "b.png" "b"
paragraph
  text "next"
)");
}

TEST(HtmlInMarkdown, AStyleThatNothingClosesGoesOnOverParagraphs) {
    EXPECT_EQ(model("one <b>two\n\nthree\n\nfour</b> five\n"), R"(
paragraph
  text "one "
  strong
    text "two"
paragraph
  strong
    text "three"
paragraph
  strong
    text "four"
  text " five"
)");
}

TEST(HtmlInMarkdown, ALinkAroundBlocksIsOneInEach) {
    EXPECT_EQ(model("<a href=\"https://x.org\">\n\nHello *you*\n\n</a>\n"), R"(
paragraph
  link "https://x.org"
    text "Hello "
    emphasis
      text "you"
)");
}

TEST(HtmlInMarkdown, ALinkWithoutTextStaysUnlessItLeadsIntoItsOwnNote) {
    EXPECT_EQ(model("a <a href=\"x\"> </a>b <a href=\"#c\"></a>d <a id=\"e\"></a>\n"), R"(
paragraph
  text "a "
  link "x"
  text "b "
  text "d "
  anchor "e"
)");
}

TEST(HtmlInMarkdown, TheNameOfAnEmptyItemOrCellIsThatOfWhatItStandsIn) {
    const Document list = parsed("<ul><li id=\"a\"></li><li>b</li></ul>\n");
    EXPECT_EQ(list.blocks.front().anchors.at(0).name, "a");
    const Document table = parsed("<table><tr><td id=\"a\"></td><td>b</td></tr></table>\n");
    EXPECT_EQ(table.blocks.front().anchors.at(0).name, "a");
}

TEST(HtmlInMarkdown, AHeadWithNothingInItIsNone) {
    EXPECT_EQ(model("| | |\n|-|-|\n| a | b |\n"), model("<table><tr><td>a</td><td>b</td></tr></table>\n"));
    EXPECT_THAT(model("| | c |\n|-|-|\n| a | b |\n"), ::testing::HasSubstr("head"));
}

TEST(HtmlInMarkdown, CellsHoldMarkdown) {
    EXPECT_EQ(model("<table><tr><td>\n\n**md** `code`\n\n- x\n\n</td><td>raw **x**</td></tr></table>\n"), R"(
table columns=2
  row
    cell
      paragraph
        strong
          text "md"
        text " "
        code "code"
      list bullet tight
        item
          paragraph
            text "x"
    cell
      paragraph
        text "raw **x**"
)");
}

TEST(HtmlInMarkdown, WhatOnlyLooksLikeATagIsText) {
    EXPECT_EQ(text_of(parsed("Vec<T>, <file>, <your-name>, HashMap<K, V>, a < b > c, <div\n")),
              "Vec<T>, <file>, <your-name>, HashMap<K, V>, a < b > c, <div\n");
    EXPECT_EQ(text_of(parsed("The <title>, the <style> and the <script> element; `</style>` ends one\n")),
              "The <title>, the <style> and the <script> element; </style> ends one\n");
}

TEST(HtmlInMarkdown, ElementsThatHtmlDoesNotKnowAreTransparentWhenTheyHaveAttributes) {
    EXPECT_EQ(text_of(parsed("<Tabs group=\"x\">\n\ninside\n\n</Tabs>\n\na <my-icon name='b'/> c\n")),
              "inside\na  c\n");
}

TEST(HtmlInMarkdown, WhatAPagePlaysIsALink) {
    EXPECT_EQ(
        model("<iframe src=\"https://x.org/e\" width=3></iframe>\n\n<video controls><source src=v.mp4>none</video>\n\n"
              "<audio src=a.mp3></audio>\n"),
        R"(
paragraph
  link "https://x.org/e"
    text "https://x.org/e"
paragraph
  link "v.mp4"
    text "none"
paragraph
  link "a.mp3"
    text "a.mp3"
)");
}

TEST(HtmlInMarkdown, FormsLeaveTheirText) {
    EXPECT_EQ(
        text_of(parsed("<form action=x><label>Name <input value=Bob></label><select><option>One</option>"
                       "<option>Two</option></select><button>Go</button><textarea>Long\ntext</textarea></form>\n")),
        "Name Bob One Two Go Long text\n");
}

TEST(HtmlInMarkdown, WordsBehindACommentThatLeavesItsListStay) {
    EXPECT_EQ(model("1. a\n\n   <!-- b\n\nc --> tail\n"), R"(
list 1 start=1 . loose
  item
    paragraph
      text "a"
paragraph
  text "c --> tail"
)");
}

TEST(HtmlInMarkdown, ScriptsStylesAndCommentsVanish) {
    EXPECT_EQ(
        text_of(parsed("a <script>b()</script>c <STYLE>d{}</STYLE>e<!-- f -->\n\n<script>\nvar x = \"<p>\";\n\ny()\n"
                       "</script>\n\n<div>\n<style>\n\n.z {}\n\n</style>\ng\n</div>\n\n<!-- h\n\ni -->\n\nj\n")),
        "a c e\ng\nj\n");
}

TEST(HtmlInMarkdown, ATagMayGoOnOverLines) {
    EXPECT_EQ(model("> <del\n> class=\"x\">*a*</del> <a href = 'b>c'\n> title=d>e</a>\n"), R"(
quote
  paragraph
    strike
      emphasis
        text "a"
    text " "
    link "b>c" "d"
      text "e"
)");
}

TEST(HtmlInMarkdown, MisnestedAndStrayTagsHarmNothing) {
    EXPECT_EQ(text_of(parsed("</div>\n\ntext </p>more </b>end</td>\n\n<b>a<i>b</b>c</i>d\n")), "text more end\nabcd\n");
    EXPECT_EQ(text_of(parsed("<ul><li>a<li>b<p>c<p>d</ul><table><tr><td>e<td>f<tr><td>g</table>h\n")),
              "a\nb\nc\nd\ne\nf\ng\nh\n");
}

TEST(HtmlInMarkdown, ComponentsOfASiteKeepTheirLabels) {
    EXPECT_EQ(text_of(parsed("<Card title=\"Two\" href=\"x\"/>\n")), "Two\n");
    EXPECT_EQ(text_of(parsed("<TabItem value=\"a\">\n\nx\n\n</TabItem>\n")), "a\nx\n");
    EXPECT_EQ(model("<TabItem value=\"a\" label=\"One\">\n\nx\n\n</TabItem>\n"), R"(
paragraph
  strong
    text "One"
paragraph
  text "x"
)");
    EXPECT_EQ(text_of(parsed("A <Mark x=y>b</Mark> c, Vec<T> and </T>\n")), "A b c, Vec<T> and </T>\n");
}

}  // namespace
}  // namespace notes_export::markdown
