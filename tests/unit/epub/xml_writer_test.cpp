#include "epub/xml_writer.hpp"

#include <gtest/gtest.h>

namespace notes_export::epub {
namespace {

TEST(XmlWriter, EscapesTextAndAttributes) {
    XmlWriter xml;
    text_element(xml, "p", "a < b & \"c\"", {{"title", "1 < \"2\""}});
    EXPECT_EQ(xml.take(), "<p title=\"1 &lt; &quot;2&quot;\">a &lt; b &amp; \"c\"</p>");
}

TEST(XmlWriter, ReplacesWhatXmlForbids) {
    XmlWriter xml;
    text_element(xml, "p", "a\x08z\xEF\xBF\xBE!");
    EXPECT_EQ(xml.take(), "<p>a\xEF\xBF\xBDz\xEF\xBF\xBD!</p>");
}

TEST(XmlWriter, KeepsTabsAndLineEnds) {
    XmlWriter xml;
    text_element(xml, "pre", "a\tb\nc");
    EXPECT_EQ(xml.take(), "<pre>a\tb\nc</pre>");
}

TEST(XmlWriter, ClosesAnEmptyElementByATag) {
    XmlWriter xml;
    text_element(xml, "span", "");
    xml.empty("br");
    EXPECT_EQ(xml.take(), "<span></span><br/>");
}

TEST(XmlWriter, GivesPiecesOfAnOpenElement) {
    XmlWriter xml;
    xml.open("div", {{"class", "a"}});
    EXPECT_EQ(xml.take(), "<div class=\"a\">");
    xml.text("b");
    xml.close();
    EXPECT_EQ(xml.take(), "b</div>");
}

}  // namespace
}  // namespace notes_export::epub
