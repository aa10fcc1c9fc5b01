// Faces: which one a cluster gets.
#include "text/face.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace notes_export::text {
namespace {

const FontLibrary& fonts() {
    static const FontLibrary library;
    return library;
}

}  // namespace

TEST(Faces, BundledFamiliesAreBuiltIn) {
    EXPECT_EQ(fonts().info(fonts().bundled({Family::serif, false, false})).postscript_name, "Literata-Regular");
    EXPECT_EQ(fonts().info(fonts().bundled({Family::mono, true, true})).postscript_name, "JetBrainsMono-Bold");
    EXPECT_TRUE(fonts().info(fonts().bundled({Family::sans, true, false})).bold);
    EXPECT_TRUE(fonts().info(fonts().bundled({Family::mono, false, false})).monospace);
}

TEST(Faces, MetricsAreInEm) {
    const FaceMetrics& metrics = fonts().info(fonts().bundled({})).metrics;
    EXPECT_GT(metrics.x_height, 0.4);
    EXPECT_LT(metrics.x_height, metrics.cap_height);
    EXPECT_LT(metrics.descent, 0);
}

TEST(Faces, WesternTextStaysInTheBundledFace) {
    for (const auto* cluster : {U"a", U"ß", U"Ж", U"λ", U"—", U"“"})
        EXPECT_EQ(fonts().for_cluster(cluster, {}, "en"), fonts().bundled({})) << static_cast<unsigned>(cluster[0]);
}

TEST(Faces, SignsTheSerifLacksComeFromTheMonospaceFace) {
    EXPECT_EQ(fonts().for_cluster(U"└", {}, "en"), fonts().bundled({Family::mono, false, false}));
}

TEST(Faces, EmojiAreColourPictures) {
    const FaceId face = fonts().for_cluster(U"👩‍👩‍👧", {}, "en");
    if (!face.valid()) GTEST_SKIP() << "no emoji font";
    EXPECT_TRUE(fonts().info(face).colour_bitmaps);
    EXPECT_EQ(fonts().for_cluster(U"❤\uFE0F", {}, "en"), face);
    EXPECT_NE(fonts().for_cluster(U"❤\uFE0E", {}, "en"), face);
}

TEST(Faces, ACharacterOfNoFontHasNone) {
    EXPECT_FALSE(fonts().for_cluster(U"\U000F1234", {}, "en").valid());
}

TEST(Faces, ThreadsGetTheSameFace) {
    const FontLibrary library;
    std::vector<std::string> names(4);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < names.size(); ++i)
            threads.emplace_back([&, i] {
                for (const auto* cluster : {U"س", U"日", U"ก", U"न"}) {
                    const FaceId face = library.for_cluster(cluster, {}, "");
                    names[i] += face.valid() ? library.info(face).postscript_name + " " : "none ";
                }
            });
    }
    for (const std::string& name : names) EXPECT_EQ(name, names[0]);
}

}  // namespace notes_export::text
