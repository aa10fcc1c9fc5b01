// Shaping, the cache of words, hyphenation.
#include "text/shape.hpp"

#include <gtest/gtest.h>

#include "text/words.hpp"

namespace notes_export::text {
namespace {

const FontLibrary& fonts() {
    static const FontLibrary library;
    return library;
}

ShapeRequest serif(Features features = {}) {
    return {fonts().bundled({}), 0x4c61746e, "en", false, features};
}

double width(const std::vector<Glyph>& glyphs) {
    double sum = 0;
    for (const Glyph& glyph : glyphs) sum += static_cast<double>(glyph.advance);
    return sum;
}

std::string parted(std::string_view word, std::string_view language) {
    std::string result(word);
    const auto points = hyphenation_points(fonts(), word, language);
    for (std::size_t i = points.size(); i-- > 0;) result.insert(points[i], "-");
    return result;
}

}  // namespace

TEST(Shaping, KernsUnlessTold) {
    const std::string text = "AVAVA To";
    const auto kerned = shape(fonts(), serif(), text, 0, text.size());
    const auto plain = shape(fonts(), serif({false, false, false}), text, 0, text.size());
    EXPECT_LT(width(kerned), width(plain));
}

TEST(Shaping, OldStyleFiguresAreOtherGlyphs) {
    const auto lining = shape(fonts(), serif({true, false, true}), "3", 0, 1);
    const auto old_style = shape(fonts(), serif({true, true, false}), "3", 0, 1);
    EXPECT_NE(lining.at(0).id, old_style.at(0).id);
}

TEST(Shaping, TabularFiguresAreOfOneWidth) {
    const auto ones = shape(fonts(), serif({true, false, true}), "111", 0, 3);
    const auto eights = shape(fonts(), serif({true, false, true}), "888", 0, 3);
    EXPECT_FLOAT_EQ(static_cast<float>(width(ones)), static_cast<float>(width(eights)));
}

TEST(Shaping, ClustersCountInTheWholeParagraph) {
    const std::string text(300, 'x');
    const auto glyphs = shape(fonts(), serif(), text, 200, 203);
    ASSERT_EQ(glyphs.size(), 3U);
    EXPECT_EQ(glyphs[0].cluster, 200U);
    EXPECT_EQ(glyphs[2].cluster, 202U);
}

TEST(Shaping, AWordFromTheCacheIsTheWordShaped) {
    const std::uint32_t kind = word_kind(fonts(), serif());
    for (int again = 0; again < 2; ++again) {
        const auto cached = shaped_word(fonts(), kind, "office");
        const auto fresh = shape(fonts(), serif(), "office", 0, 6);
        ASSERT_EQ(cached.size(), fresh.size());
        for (std::size_t i = 0; i < fresh.size(); ++i) EXPECT_EQ(cached[i].id, fresh[i].id);
    }
}

TEST(Hyphenation, FollowsTheLanguage) {
    if (hyphenation_points(fonts(), "hyphenation", "en-US").empty()) GTEST_SKIP() << "no patterns";
    EXPECT_EQ(parted("hyphenation", "en-US"), "hy-phen-ation");
    EXPECT_EQ(parted("Geschwindigkeit", "de"), "Ge-schwin-dig-keit");
    EXPECT_EQ(parted("Überschwemmung", "de-AT"), "Über-schwem-mung");
    EXPECT_EQ(parted("переводчик", "ru"), "пе-ре-вод-чик");
}

TEST(Hyphenation, LeavesCapitalsNamesAndShortWords) {
    EXPECT_EQ(parted("HYPHENATION", "en"), "HYPHENATION");
    EXPECT_EQ(parted("JavaScript", "en"), "JavaScript");
    EXPECT_EQ(parted("over", "en"), "over");
    EXPECT_EQ(parted("hyphenation", "xx"), "hyphenation");
    EXPECT_EQ(parted("hyphenation", ""), "hyphenation");
}

}  // namespace notes_export::text
