#include "image/image.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "image/colour.hpp"
#include "image/raster.hpp"

namespace notes_export::image {
namespace {

using testing::HasSubstr;
using testing::Not;

std::span<const std::byte> bytes_of(std::string_view text) {
    return std::as_bytes(std::span(text));
}

Raster filled(int width, int height, int channels, int value) {
    const auto count = static_cast<std::size_t>(width * height * channels);
    return {width, height, channels, std::vector<std::byte>(count, static_cast<std::byte>(value)), {}};
}

/// Two pixels wide, three high: red, green / blue, white / black, grey.
Raster colourful() {
    Raster raster{2, 3, 3, {}, {}};
    for (const int value : {255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 128, 128, 128})
        raster.pixels.push_back(static_cast<std::byte>(value));
    return raster;
}

const Info& info_of(const std::variant<Info, Failure>& probed) {
    const Failure* failure = std::get_if<Failure>(&probed);
    EXPECT_EQ(failure, nullptr) << (failure ? failure->reason : "");
    return std::get<Info>(probed);
}

const Raster& raster_of(const std::variant<Raster, Failure>& decoded) {
    const Failure* failure = std::get_if<Failure>(&decoded);
    EXPECT_EQ(failure, nullptr) << (failure ? failure->reason : "");
    return std::get<Raster>(decoded);
}

TEST(Probe, TellsTheKindByBytesAlone) {
    EXPECT_EQ(info_of(probe(encode_png(filled(3, 2, 1, 9)))).format, Format::png);
    EXPECT_EQ(info_of(probe(encode_jpeg(filled(3, 2, 3, 9)))).format, Format::jpeg);
    EXPECT_EQ(info_of(probe(bytes_of("<!-- x --><svg xmlns='http://www.w3.org/2000/svg'/>"))).format, Format::svg);
}

TEST(Probe, RefusesWhatIsNoPicture) {
    EXPECT_TRUE(std::holds_alternative<Failure>(probe(bytes_of("<html><svg/></html>"))));
    EXPECT_TRUE(std::holds_alternative<Failure>(probe(bytes_of("404: Not Found"))));
    EXPECT_TRUE(std::holds_alternative<Failure>(probe({})));
}

TEST(Probe, RefusesAPictureThatClaimsAHugeSize) {
    std::vector<std::byte> png = encode_png(filled(1, 1, 1, 0));
    for (const std::size_t at : {16U, 20U}) png[at + 1] = std::byte{0xff};
    const auto probed = probe(png);
    ASSERT_TRUE(std::holds_alternative<Failure>(probed));
    EXPECT_THAT(std::get<Failure>(probed).reason, HasSubstr("too large"));
    EXPECT_TRUE(std::holds_alternative<Failure>(decode(png)));
}

struct SvgSize {
    std::string svg;
    int width, height;
};

class SvgSizes : public testing::TestWithParam<SvgSize> {};

TEST_P(SvgSizes, FollowTheRootElement) {
    const Info info = info_of(probe(bytes_of(GetParam().svg)));
    EXPECT_EQ(info.width, GetParam().width);
    EXPECT_EQ(info.height, GetParam().height);
}

INSTANTIATE_TEST_SUITE_P(
    Sizes, SvgSizes,
    testing::Values(SvgSize{"<svg width='40' height='20px'/>", 40, 20},
                    SvgSize{"<svg width='1in' height='72pt'/>", 96, 96}, SvgSize{"<svg viewBox='0 0 64,32'/>", 64, 32},
                    SvgSize{"<svg width='100%' height='100%' viewBox='0 0 64 32'/>", 64, 32},
                    SvgSize{"<svg width='128' viewBox='0 0 64 32'/>", 128, 64}, SvgSize{"<svg/>", 300, 150},
                    SvgSize{"<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a '>'>]>\n<s:svg width='5' height='6'>", 5,
                            6}));

TEST(Decode, GivesBackWhatPngHolds) {
    const Raster raster = raster_of(decode(encode_png(colourful())));
    EXPECT_EQ(raster.pixels, colourful().pixels);
    EXPECT_EQ(raster.channels, 3);
    EXPECT_TRUE(raster.alpha.empty());
}

TEST(Decode, KeepsTransparency) {
    Raster raster = colourful();
    raster.alpha.assign(6, std::byte{255});
    raster.alpha[2] = std::byte{7};
    EXPECT_EQ(raster_of(decode(encode_png(raster))).alpha, raster.alpha);
}

TEST(Decode, MakesGreyOfGreyPictures) {
    EXPECT_EQ(raster_of(decode(encode_jpeg(filled(8, 8, 3, 77)))).channels, 1);
}

TEST(Decode, ScalesDownToTheLimits) {
    const Raster raster = raster_of(decode(encode_jpeg(filled(400, 100, 3, 200)), {100, 100, false}));
    EXPECT_EQ(raster.width, 100);
    EXPECT_EQ(raster.height, 25);
}

TEST(Decode, ShowsWhatATruncatedFileStillHolds) {
    for (std::vector<std::byte> file : {encode_png(filled(64, 64, 3, 10)), encode_jpeg(filled(64, 64, 3, 10), 100)}) {
        file.erase(file.end() - 20, file.end());
        const auto decoded = decode(file);
        if (const Raster* raster = std::get_if<Raster>(&decoded)) {
            EXPECT_EQ(raster->height, 64);
        }
    }
}

TEST(Decode, FailsWithAReasonWhenNothingCanBeRead) {
    std::vector<std::byte> png = encode_png(filled(8, 8, 3, 10));
    png.resize(40);
    const auto decoded = decode(png);
    ASSERT_TRUE(std::holds_alternative<Failure>(decoded));
    EXPECT_THAT(std::get<Failure>(decoded).reason, HasSubstr("is damaged"));
}

/// One red and one transparent pixel.
constexpr unsigned char gif[] = {'G', 'I', 'F', '8', '9',  'a',  2, 0, 1, 0,    0x80, 0, 0,    255, 0,
                                 0,   0,   0,   0,   0x21, 0xf9, 4, 1, 0, 0,    1,    0, 0x2c, 0,   0,
                                 0,   0,   2,   0,   1,    0,    0, 2, 2, 0x44, 0x0a, 0, 0x3b};

TEST(Decode, TakesTheFirstFrameOfAGif) {
    const auto file = std::as_bytes(std::span(gif));
    EXPECT_TRUE(info_of(probe(file)).transparent);
    EXPECT_FALSE(info_of(probe(file)).animated);
    const Raster raster = raster_of(decode(file));
    EXPECT_EQ(raster.width, 2);
    EXPECT_EQ(raster.pixels[0], std::byte{255});
    ASSERT_EQ(raster.alpha.size(), 2U);
    EXPECT_EQ(raster.alpha[0], std::byte{255});
    EXPECT_EQ(raster.alpha[1], std::byte{0});
}

TEST(Decode, DrawsAnSvgAsLargeAsTheLimitsAllow) {
    const std::string svg =
        "<svg xmlns='http://www.w3.org/2000/svg' width='2' height='1'><rect width='2' height='1' fill='red'/></svg>";
    const Raster large = raster_of(decode(bytes_of(svg), {20, 20, false}));
    EXPECT_EQ(large.width, 20);
    EXPECT_EQ(large.height, 10);
    EXPECT_TRUE(large.alpha.empty());
    EXPECT_EQ(large.pixels[0], std::byte{255});
    EXPECT_EQ(large.pixels[1], std::byte{0});
    EXPECT_EQ(raster_of(decode(bytes_of(svg), {20, 20, true})).width, 2);
}

TEST(Decode, DrawsAnSvgWithoutNamespace) {
    EXPECT_EQ(raster_of(decode(bytes_of("<svg width='4' height='4'><rect width='4' height='4'/></svg>"), {4, 4, false}))
                  .pixels[0],
              std::byte{0});
}

class Orientations : public testing::TestWithParam<std::pair<int, std::string>> {};

TEST_P(Orientations, TurnAndMirror) {
    Raster raster{2, 3, 1, {}, {}};
    for (const char c : std::string_view("abcdef")) raster.pixels.push_back(static_cast<std::byte>(c));
    const Raster turned = oriented(raster, GetParam().first);
    EXPECT_EQ(turned.width, GetParam().first >= 5 ? 3 : 2);
    EXPECT_EQ(std::string(reinterpret_cast<const char*>(turned.pixels.data()), 6), GetParam().second);
}

// The grid ab / cd / ef as EXIF 2.3 (4.6.4, tag 274) has it shown.
INSTANTIATE_TEST_SUITE_P(All, Orientations,
                         testing::Values(std::pair{1, "abcdef"}, std::pair{2, "badcfe"}, std::pair{3, "fedcba"},
                                         std::pair{4, "efcdab"}, std::pair{5, "acebdf"}, std::pair{6, "ecafdb"},
                                         std::pair{7, "fdbeca"}, std::pair{8, "bdface"}));

TEST(Shrink, AveragesTheAreaAndIgnoresTheColourOfWhatIsInvisible) {
    Raster raster{2, 2, 1, {}, {}};
    for (const int value : {100, 0, 100, 0}) raster.pixels.push_back(static_cast<std::byte>(value));
    for (const int value : {255, 0, 255, 0}) raster.alpha.push_back(static_cast<std::byte>(value));
    const Raster small = shrink(raster, {1, 1});
    EXPECT_EQ(small.pixels[0], std::byte{100});
    EXPECT_EQ(small.alpha[0], std::byte{128});
}

std::string cleaned(std::string_view svg) {
    const auto result = clean_svg(svg);
    const Failure* failure = std::get_if<Failure>(&result);
    return failure ? "failure: " + failure->reason : std::get<std::string>(result);
}

TEST(CleanSvg, DropsWhatRunsOrLeadsOutside) {
    const std::string svg = cleaned(
        "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>"
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(2)</script>"
        "<image href='http://example.org/a.png'/><a href='javascript:x()'><text "
        "fill='url(http://e.org/#p)'>T</text></a>"
        "<style>@import url(x.css); .a{fill:url('#g')}</style></svg>");
    EXPECT_THAT(svg, Not(HasSubstr("DOCTYPE")));
    EXPECT_THAT(svg, Not(HasSubstr("alert")));
    EXPECT_THAT(svg, Not(HasSubstr("http://e")));
    EXPECT_THAT(svg, Not(HasSubstr("import")));
    EXPECT_THAT(svg, Not(HasSubstr("javascript")));
    EXPECT_THAT(svg, HasSubstr("url(#g)"));
    EXPECT_THAT(svg, HasSubstr(">T</text>"));
}

TEST(CleanSvg, MakesLinksGroups) {
    const std::string svg = cleaned(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>"
        "<a xlink:href='#a' target='_top' class='b'><path d='M0 0'/></a><text>c <a href='#d'>e</a></text></svg>");
    EXPECT_THAT(svg, HasSubstr("<g class=\"b\"><path"));
    EXPECT_THAT(svg, HasSubstr("<tspan>e</tspan>"));
    EXPECT_THAT(svg, Not(HasSubstr("<a")));
}

TEST(CleanSvg, KeepsReferencesWithinTheFile) {
    const std::string svg = cleaned(
        "<svg xmlns:xlink='http://www.w3.org/1999/xlink'><g id='1 a'/><use xlink:href='#1 a'/>"
        "<image xlink:href='data:image/png;base64,AAAA'/></svg>");
    EXPECT_THAT(svg, HasSubstr("id=\"i1_a\""));
    EXPECT_THAT(svg, HasSubstr("xlink:href=\"#i1_a\""));
    EXPECT_THAT(svg, HasSubstr("data:image/png;base64,AAAA"));
    EXPECT_THAT(svg, HasSubstr("xmlns:xlink=\"http://www.w3.org/1999/xlink\""));
    EXPECT_THAT(svg, HasSubstr("xmlns=\"http://www.w3.org/2000/svg\""));
}

TEST(CleanSvg, GivesAViewBox) {
    EXPECT_THAT(cleaned("<svg width='10' height='5'/>"), HasSubstr("viewBox=\"0 0 10 5\""));
}

TEST(CleanSvg, ExpandsItsOwnEntitiesWithinBounds) {
    EXPECT_THAT(cleaned("<!DOCTYPE svg [<!ENTITY c \"red\">]><svg fill='&c;'><text>&c; &amp; &x;</text></svg>"),
                testing::AllOf(HasSubstr("fill=\"red\""), HasSubstr("<text>red &amp; &amp;x;</text>")));
    std::string bomb = "<!DOCTYPE svg [<!ENTITY a0 'xxxxxxxxxx'>";
    for (int i = 1; i < 9; ++i) {
        std::string value;
        for (int j = 0; j < 10; ++j) value += "&a" + std::to_string(i - 1) + ";";
        bomb += "<!ENTITY a" + std::to_string(i) + " '" + value + "'>";
    }
    EXPECT_LT(cleaned(bomb + "]><svg><text>&a8;</text></svg>").size(), 100'000U);
}

TEST(CleanSvg, KeepsTheSpaceBetweenWords) {
    EXPECT_THAT(cleaned("<svg><text><tspan>a</tspan> <tspan>b</tspan></text></svg>"),
                HasSubstr("<tspan>a</tspan> <tspan>b</tspan>"));
}

TEST(CleanSvg, MakesALabelOfForeignContent) {
    EXPECT_THAT(cleaned("<svg><foreignObject x='10' y='10' width='20' height='10'><div xmlns='http://www.w3.org/1999/"
                        "xhtml'>Hello<br/>you</div></foreignObject></svg>"),
                HasSubstr(">Hello you</text>"));
}

TEST(CleanSvg, DropsTheEditorsOwnNames) {
    const std::string svg = cleaned(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:i='http://i' i:v='1'><i:view/><metadata/><rect i:x='1' "
        "z:q='2'/></svg>");
    EXPECT_THAT(svg, HasSubstr("<rect/>"));
    EXPECT_THAT(svg, Not(HasSubstr("i:")));
}

TEST(CleanSvg, SaysWhyNot) {
    EXPECT_THAT(cleaned("<svg><g></svg>"), HasSubstr("not well-formed"));
}

TEST(EncodePng, UsesAPaletteForFewColours) {
    EXPECT_LT(encode_png(filled(100, 100, 3, 5)).size(), 200U);
}

TEST(EncodeJpeg, LaysTransparencyOnWhite) {
    Raster raster = filled(8, 8, 3, 0);
    raster.alpha.assign(64, std::byte{0});
    EXPECT_GT(std::to_integer<int>(raster_of(decode(encode_jpeg(raster))).pixels[0]), 250);
}

TEST(ReadFile, TellsWhatIsNoFile) {
    EXPECT_TRUE(std::holds_alternative<Failure>(read_file("/")));
    EXPECT_TRUE(std::holds_alternative<Failure>(read_file("/nonexistent/x.png")));
}

TEST(SrgbProfile, IsDatedTheSameAlways) {
    const std::vector<std::byte> profile = srgb_profile();
    ASSERT_GT(profile.size(), 128U);
    const auto byte = [&](std::size_t i) { return std::to_integer<int>(profile[i]); };
    EXPECT_EQ(byte(24) << 8 | byte(25), 2000);
    EXPECT_EQ(byte(8), 4) << "its version";
    EXPECT_EQ(std::string(reinterpret_cast<const char*>(&profile[36]), 4), "acsp");
}

}  // namespace
}  // namespace notes_export::image
