#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pdf/glyphs.hpp"
#include "pdf/labels.hpp"
#include "pdf/pictures.hpp"
#include "pdf/syntax.hpp"
#include "sample_book.hpp"

namespace notes_export::pdf {
namespace {

using testing::HasSubstr;

std::string number(double value) {
    std::string out;
    put_number(out, value);
    return out;
}

TEST(Syntax, NumbersHaveThreeDecimalsAtMost) {
    EXPECT_EQ(number(0), "0");
    EXPECT_EQ(number(-0.0004), "0");
    EXPECT_EQ(number(1.5), "1.5");
    EXPECT_EQ(number(-0.25), "-.25");
    EXPECT_EQ(number(0.007), ".007");
    EXPECT_EQ(number(419.52756), "419.528");
}

TEST(Syntax, TextIsEscapedOrWideAsNeeded) {
    std::string out;
    put_text(out, "a(b)\\");
    EXPECT_EQ(out, "(a\\(b\\)\\\\)");
    out.clear();
    put_text(out, "ü🎉");
    EXPECT_EQ(out, "<FEFF00FCD83CDF89>");
}

TEST(Labels, CountOnWithinARange) {
    EXPECT_EQ(page_labels({"", "i", "ii", "1", "2", "3"}), "<</Nums[0<<>>1<</S/r>>3<</S/D>>]>>");
    EXPECT_EQ(page_labels({"5", "6", "x"}), "<</Nums[0<</S/D/St 5>>2<</S/r/St 10>>]>>");
    EXPECT_EQ(page_labels({"A-1", "2"}), "<</Nums[0<</P(A-1)>>1<</S/D/St 2>>]>>");
}

TEST(Clusters, RunBackwardsInRightToLeftText) {
    layout::GlyphRun run;
    run.text = "abcd";
    run.right_to_left = true;
    for (const std::uint32_t cluster : {3U, 1U, 1U, 0U}) run.glyphs.push_back({1, {}, {}, {}, cluster});
    const std::vector<Cluster> clusters = clusters_of(run);
    ASSERT_EQ(clusters.size(), 3U);
    EXPECT_EQ(clusters[0].text, "d");
    EXPECT_EQ(clusters[1].text, "bc");
    EXPECT_EQ(clusters[1].count, 2U);
    EXPECT_EQ(clusters[2].text, "a");
}

TEST(Glyphs, TakeTheTextTheyMostOftenStandFor) {
    SampleBook sample;
    sample.line({"a\u00a0b"});
    sample.line({"a b c d"});
    const std::vector<FaceUse> uses = glyphs_used(sample.book, fonts(), 1);
    ASSERT_EQ(uses.size(), 1U);
    const text::ShapeRequest request{uses[0].face, 0, "en", false, {}};
    const std::uint32_t space = text::shape(fonts(), request, " ", 0, 1)[0].id;
    EXPECT_EQ(uses[0].glyphs[space].text, " ");
}

image::Raster noise(int width, int height) {
    image::Raster raster{width, height, 3, {}, {}};
    std::uint32_t state = 1;
    for (int i = 0; i < width * height * 3; ++i) {
        state = state * 1664525 + 1013904223;
        raster.pixels.push_back(static_cast<std::byte>(state >> 24));
    }
    return raster;
}

Resource resource_of(const std::vector<std::byte>& file) {
    return {{}, "x", {reinterpret_cast<const char*>(file.data()), file.size()}};
}

TEST(Pictures, AJpegGoesInAsItIs) {
    const std::vector<std::byte> jpeg = image::encode_jpeg(noise(60, 40));
    const auto encoded = encode_picture(resource_of(jpeg), {{60}, {40}});
    ASSERT_TRUE(std::holds_alternative<EncodedPicture>(encoded));
    EXPECT_EQ(std::get<EncodedPicture>(encoded).image.data, jpeg);
    EXPECT_THAT(std::get<EncodedPicture>(encoded).image.body, HasSubstr("/DCTDecode"));
}

TEST(Pictures, AJpegMuchTooFineIsScaledDown) {
    const auto encoded = encode_picture(resource_of(image::encode_jpeg(noise(400, 400))), {{24}, {24}});
    EXPECT_THAT(std::get<EncodedPicture>(encoded).image.body, HasSubstr("/Width 100/Height 100"));
}

TEST(Pictures, FewColoursBecomeAPalette) {
    image::Raster raster{2, 1, 3, {}, {}};
    for (const int value : {255, 0, 0, 0, 0, 255}) raster.pixels.push_back(static_cast<std::byte>(value));
    EXPECT_THAT(encode_raster(raster).image.body, HasSubstr("[/Indexed/DeviceRGB 1<FF00000000FF>]"));
}

TEST(Pictures, OpacityIsAMask) {
    image::Raster raster = noise(4, 4);
    raster.alpha.assign(16, std::byte{100});
    const EncodedPicture picture = encode_raster(raster);
    ASSERT_TRUE(picture.mask);
    EXPECT_THAT(picture.mask->body, HasSubstr("/DeviceGray"));
}

}  // namespace
}  // namespace notes_export::pdf
