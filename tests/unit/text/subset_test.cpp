// Subsets: what PDF embeds.
#include "text/subset.hpp"

#include <gtest/gtest.h>

#include "text/shape.hpp"

namespace notes_export::text {
namespace {

const FontLibrary& fonts() {
    static const FontLibrary library;
    return library;
}

std::set<std::uint32_t> glyphs_of(FaceId face, const std::string& text) {
    std::set<std::uint32_t> ids;
    for (const Glyph& glyph : shape(fonts(), {face, 0, "", false, {}}, text, 0, text.size())) ids.insert(glyph.id);
    return ids;
}

}  // namespace

TEST(Subset, HoldsTheGlyphsAskedForUnderCompactIds) {
    const FaceId face = fonts().bundled({});
    const auto ids = glyphs_of(face, "Hello, world");
    const auto made = subset(fonts(), face, ids);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->kind, OutlineKind::true_type);
    EXPECT_EQ(made->cids.size(), ids.size());
    for (const auto& [glyph, cid] : made->cids) {
        EXPECT_TRUE(ids.contains(glyph));
        EXPECT_GT(cid, 0U);
        EXPECT_LE(cid, ids.size() + 2);
        EXPECT_GT(made->widths.at(glyph), 0);
    }
    EXPECT_LT(made->bytes.size(), 20'000U);
}

TEST(Subset, IsTheSameEachTime) {
    const FaceId face = fonts().bundled({Family::sans, false, false});
    const auto ids = glyphs_of(face, "again and again");
    EXPECT_EQ(subset(fonts(), face, ids)->bytes, subset(fonts(), face, ids)->bytes);
}

TEST(Subset, OfACidKeyedFaceIsABareTable) {
    const FaceId face = fonts().for_cluster(U"中", {}, "zh-Hans");
    if (!face.valid()) GTEST_SKIP() << "no Chinese font";
    const auto ids = glyphs_of(face, "中文");
    const auto made = subset(fonts(), face, ids);
    ASSERT_TRUE(made);
    if (made->kind != OutlineKind::cff) GTEST_SKIP() << "not a CFF face";
    EXPECT_EQ(static_cast<int>(made->bytes.at(0)), 1);  // major version of a CFF table
    EXPECT_EQ(made->cids.size(), 2U);
}

TEST(Subset, OfColourBitmapsIsNone) {
    const FaceId face = fonts().for_cluster(U"😀", {}, "");
    if (!face.valid()) GTEST_SKIP() << "no emoji font";
    const auto ids = glyphs_of(face, "😀");
    EXPECT_FALSE(subset(fonts(), face, ids));
    const auto bitmap = bitmap_glyph(fonts(), face, *ids.begin());
    ASSERT_TRUE(bitmap);
    EXPECT_EQ(static_cast<char>(bitmap->png.at(1)), 'P');
    EXPECT_NEAR(bitmap->width, 1.2, 0.3);
    EXPECT_GT(bitmap->bottom + bitmap->height, 0.7);
}

}  // namespace notes_export::text
