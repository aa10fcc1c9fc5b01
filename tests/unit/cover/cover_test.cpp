#include "cover/cover.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "cover/wrap.hpp"
#include "image/image.hpp"

namespace notes_export::cover {
namespace {

constexpr Size a5{{419.5276}, {595.2756}};

const text::FontLibrary& fonts() {
    static const text::FontLibrary library;
    return library;
}

CoverText cover_of(std::string title) {
    return {std::move(title), "5 notes · 13 – 17 February 2024", "A. Writer", {0, 1, 3, 0, 2, 5}, "en", false};
}

double right_edge(const CoverRun& run) {
    double width = 0;
    for (const text::Glyph& glyph : run.glyphs) width += static_cast<double>(glyph.advance);
    return (run.origin.x + run.size * width).value;
}

std::string text_of(const CoverDrawing& drawing, CoverRun::Part part) {
    std::string text;
    for (const CoverRun& run : drawing.runs)
        if (run.part == part) text += (text.empty() ? "" : "|") + run.text;
    return text;
}

/// With NOTES_EXPORT_PICTURES set to a folder, drawings are left there to be looked at.
void show(const CoverDrawing& drawing, const std::string& name) {
    const char* folder = std::getenv("NOTES_EXPORT_PICTURES");
    if (!folder) return;
    const std::vector<std::byte> png = rasterise(drawing, 800, 1280, fonts());
    std::ofstream(std::string(folder) + "/" + name + ".png", std::ios::binary)
        .write(reinterpret_cast<const char*>(png.data()), static_cast<std::streamsize>(png.size()));
}

TEST(Cover, SetsAShortTitleLarge) {
    const CoverDrawing drawing = draw_cover(cover_of("Tweets"), a5, fonts());
    show(drawing, "short");
    ASSERT_FALSE(drawing.runs.empty());
    EXPECT_EQ(drawing.runs[0].text, "Tweets");
    EXPECT_NEAR(drawing.runs[0].size.value, 40, 0.01);
    EXPECT_EQ(text_of(drawing, CoverRun::Part::imprint), "notes-export");
    EXPECT_EQ(text_of(drawing, CoverRun::Part::author), "A. Writer");
}

TEST(Cover, ItsSmallTypeIsLargeWhereThatOfTheBookIs) {
    const auto size_of = [](CoverRun::Part part, double type) {
        for (const CoverRun& run : draw_cover(cover_of("Tweets"), a5, fonts(), type).runs)
            if (run.part == part) return run.size.value;
        return 0.0;
    };
    for (const auto part : {CoverRun::Part::author, CoverRun::Part::imprint}) {
        EXPECT_NEAR(size_of(part, 1.6), size_of(part, 1) * 1.6, 0.01);
        EXPECT_NEAR(size_of(part, 0.8), size_of(part, 1), 0.01);
    }
}

class Titles : public testing::TestWithParam<std::string> {};

TEST_P(Titles, StayWithinTheMarginsAndAboveTheStrip) {
    for (const Size page : {a5, Size{{400}, {640}}, Size{{250}, {330}}}) {
        CoverText text = cover_of(GetParam());
        text.right_to_left = GetParam().starts_with("\xd8");
        const CoverDrawing drawing = draw_cover(text, page, fonts(), page.width.value > 400 ? 1.6 : 1);
        show(drawing, "title-" + std::to_string(GetParam().size()));
        for (const CoverRun& run : drawing.runs) {
            EXPECT_GE(run.origin.x.value, 0);
            EXPECT_LE(right_edge(run), page.width.value);
            if (run.part != CoverRun::Part::imprint) {
                EXPECT_LE(run.origin.y.value, page.height.value * 0.77) << run.text;
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Lengths, Titles,
                         testing::Values("Notes on a long walk through the mountains of Persia",
                                         "Donaudampfschifffahrtsgesellschaftskapitän", std::string(3000, 'x'),
                                         "یادداشت‌هایی دربارهٔ یادگیری ماشین",
                                         "Die Programmiersprache Rust", "机器学习笔记：从入门到放弃的完整指南以及更多",
                                         "Plans 🎉 for 2024"));

TEST(Cover, MirrorsARightToLeftBook) {
    CoverText text = cover_of("کتاب");
    text.right_to_left = true;
    const CoverDrawing drawing = draw_cover(text, a5, fonts());
    EXPECT_NEAR(right_edge(drawing.runs[0]), a5.width.value - 48, 0.1);
    EXPECT_NEAR(drawing.fills[0].rect.right().value, a5.width.value - 48, 0.1);
    EXPECT_TRUE(drawing.runs[0].right_to_left);
}

TEST(Cover, BarsAreAsHighAsTheirValues) {
    const CoverDrawing drawing = draw_cover(cover_of("T"), a5, fonts());
    // The first fill is the rule above the title; days without a note have no bar.
    EXPECT_NEAR(drawing.fills[4].rect.height / drawing.fills[1].rect.height, 5, 0.01);
}

TEST(Wrap, BalancesLines) {
    const Wrapped title =
        wrap("Scalable Diffusion Models with Transformers and more", {{}, {40}, "en", false}, {324}, {13}, 4, fonts());
    ASSERT_GT(title.lines.size(), 1U);
    for (const std::string& line : title.lines) EXPECT_GE(line.size(), 8U) << line;
}

TEST(Wrap, EndsInAnEllipsisWhenNothingHelps) {
    const Wrapped title = wrap(std::string(3000, 'x'), {{}, {40}, "en", false}, {324}, {13}, 4, fonts());
    EXPECT_FALSE(title.whole);
    EXPECT_TRUE(title.lines.back().ends_with("…"));
}

TEST(Rasterise, MakesAGreyPngOfTheSizeAsked) {
    const std::vector<std::byte> png = rasterise(draw_cover(cover_of("Tweets"), a5, fonts()), 160, 256, fonts());
    const auto decoded = image::decode(png);
    const auto* raster = std::get_if<image::Raster>(&decoded);
    ASSERT_NE(raster, nullptr);
    EXPECT_EQ(raster->width, 160);
    EXPECT_EQ(raster->height, 256);
    EXPECT_EQ(raster->channels, 1);
    EXPECT_NE(std::ranges::count(raster->pixels, std::byte{0}), 0);
}

}  // namespace
}  // namespace notes_export::cover
