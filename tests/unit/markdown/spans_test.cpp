// Where things stand in the source: what every warning says.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parsed.hpp"

namespace notes_export::markdown {
namespace {

using ::testing::ElementsAre;
using testing::parsed;
using testing::written;

TEST(Spans, OfPicturesBeginAtTheirMark) {
    const auto document = parsed("# A\n\nSee ![x](a.png) and *![](b.png)* \\![c] ![d *e*](f.png \"g [\").\n");
    EXPECT_THAT(written<Image>(document), ElementsAre("![x](a.png)", "![](b.png)", "![d *e*](f.png \"g [\")"));
}

TEST(Spans, OfPicturesByReferenceAreWhereTheyAreUsed) {
    const auto document = parsed("![x][ref] ![ref] ![][ref]\n\n[ref]: a.png\n");
    EXPECT_THAT(written<Image>(document), ElementsAre("![x][ref]", "![ref]", "![][ref]"));
}

TEST(Spans, OfLinksBeginAtTheirBracket) {
    const auto document = parsed("a [b *c*](d) **[](e)** [f][g] [g]\n\n[g]: h\n");
    EXPECT_THAT(written<Link>(document), ElementsAre("[b *c*](d)", "[](e)", "[f][g]", "[g]"));
}

TEST(Spans, OfAPictureWithinALink) {
    const auto document = parsed("> - x [![a](b.png)](c) ![d](e.png)\n");
    EXPECT_THAT(written<Link>(document), ElementsAre("[![a](b.png)](c)"));
    EXPECT_THAT(written<Image>(document), ElementsAre("![a](b.png)", "![d](e.png)"));
}

TEST(Spans, OfAutolinksAreTheirAddress) {
    const auto document = parsed("[ no <https://x.org> and www.y.org or [z](z)\n");
    EXPECT_THAT(written<Link>(document), ElementsAre("https://x.org", "www.y.org", "[z](z)"));
}

TEST(Spans, OfPicturesAmongHtml) {
    const auto document = parsed("<p>\n\n![a](b.png) <img src=\"[c.png\"> [d](e)\n\n</p>\n");
    EXPECT_THAT(written<Image>(document), ElementsAre("![a](b.png)", ""));
    EXPECT_THAT(written<Link>(document), ElementsAre("[d](e)"));
}

TEST(Spans, OfWhatHasNoTextAreNoFurtherThanTheNextText) {
    const auto document = parsed("![](a.png)![](b.png)\n\n![](c.png)\n");
    EXPECT_THAT(written<Image>(document), ElementsAre("![](a.png)", "![](b.png)", "![](c.png)"));
}

}  // namespace
}  // namespace notes_export::markdown
