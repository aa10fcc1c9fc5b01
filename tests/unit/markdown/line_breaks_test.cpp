// Which line ends of a source mean a break.
#include <gtest/gtest.h>

#include "parsed.hpp"

namespace notes_export::markdown {
namespace {

using testing::parsed;

constexpr const char* tweet = "Short line\nand another\nand one more\n";
constexpr const char* prose =
    "This is a paragraph of running text that its writer has wrapped at the usual column,\n"
    "so that no line is longer than that, while no first word would have had room before.\n"
    "Lines like these are joined again, which any reader of the book would have expected.\n";

/// Two writers of one file: the second wraps narrower than the first.
constexpr const char* two_columns =
    "Some fill their lines up to the column of eighty, so that this line is full here\n"
    "and the next one begins where nothing more would have gone in on the one before.\n\n"
    "Others have set their editor to a narrower column than that and go\n"
    "on well below it, line after line of one length, as one sees it in\n"
    "the change logs that many hands have written over so many years of\n"
    "work.\n";

bool keeps(const char* text, LineBreaks wish) {
    const Document document = parsed(text, wish);
    const auto& paragraph = std::get<Paragraph>(document.blocks.front().node);
    for (const Inline& item : paragraph.children)
        if (const auto* soft = std::get_if<SoftBreak>(&item.node)) {
            EXPECT_EQ(soft->kept, document.kept_line_breaks);
            return soft->kept;
        }
    ADD_FAILURE() << "no line break";
    return false;
}

TEST(LineBreaksOfAFile, AreKeptWhereTheNextWordWouldHaveHadRoom) {
    EXPECT_TRUE(keeps(tweet, LineBreaks::automatic));
    EXPECT_FALSE(keeps(prose, LineBreaks::automatic));
}

TEST(LineBreaksOfAFile, AreJoinedWhereEachParagraphIsWrappedAtAColumnOfItsOwn) {
    EXPECT_FALSE(keeps(two_columns, LineBreaks::automatic));
}

TEST(LineBreaksOfAFile, AreJoinedWhereLongLinesBreakWithinSentences) {
    EXPECT_FALSE(
        keeps("This is useful to whoever breaks lines by hand, about where the window seems to end\n"
              "at the time of writing.\n\n"
              "The next writer of this file changed a few words of it without filling the lines anew\n"
              "so that the column of each line is another, and some are as short as\n"
              "this one, though none is as short as a line of verse would be, and the sentence goes\n"
              "on behind each of them until it ends.\n",
              LineBreaks::automatic));
    EXPECT_TRUE(
        keeps("I wandered lonely as a line\nthat ends where it has had its rhyme\nand not where it was full at "
              "all\nfor verse is like the leaves in fall.\n",
              LineBreaks::automatic));
}

TEST(LineBreaksOfAFile, AreNotToldByRowsOfPictures) {
    std::string badges;
    for (int i = 0; i < 8; ++i) badges += "<a href=\"x\"><img src=\"x.png\" alt=\"x\"></a>\n";
    EXPECT_FALSE(keeps((prose + ("\n" + badges)).c_str(), LineBreaks::automatic));
}

TEST(LineBreaksOfAFile, AreJoinedWhereEachLineIsASentence) {
    EXPECT_FALSE(keeps(
        "Writers who look at changes put each sentence on a line of its own.\nIt means nothing to those who read the "
        "text.\n"
        "Some of these are long, and some of them are rather much longer than all of the others are.\n"
        "So no column explains where they end, but the points do.\nThis one is the last of a paragraph like that.\n"
        "And then there is one more.\n",
        LineBreaks::automatic));
    EXPECT_TRUE(keeps("Short.\nLines.\nOf verse.\nOr chat.\nStay.\nAs they are.\n", LineBreaks::automatic));
}

TEST(LineBreaksOfAFile, FollowTheWish) {
    EXPECT_FALSE(keeps(tweet, LineBreaks::join));
    EXPECT_TRUE(keeps(prose, LineBreaks::keep));
}

TEST(LineBreaksOfAFile, ThatMarkdownAsksForAreBreaksInAnyCase) {
    for (const LineBreaks wish : {LineBreaks::automatic, LineBreaks::join, LineBreaks::keep})
        EXPECT_EQ(dump(parsed("a  \nb\\\nc<br>d\n", wish).blocks),
                  "paragraph\n  text \"a\"\n  line break\n  text \"b\"\n  line break\n  text \"c\"\n  line break\n  "
                  "text \"d\"\n");
}

}  // namespace
}  // namespace notes_export::markdown
