#include "pdf/write_book.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "image/image.hpp"
#include "sample_book.hpp"

namespace notes_export::pdf {
namespace {

using layout::ElementId;
using layout::Role;
using testing::HasSubstr;
using testing::Not;

/// A folder for one test's files, gone with it. NOTES_EXPORT_PICTURES keeps them in a folder of that name instead.
struct Folder {
    std::filesystem::path path;
    bool kept = false;
    Folder() {
        if (const char* named = std::getenv("NOTES_EXPORT_PICTURES")) {
            path = named;
            kept = true;
        } else {
            std::string name = (std::filesystem::temp_directory_path() / "notes-export-XXXXXX").string();
            path = ::mkdtemp(name.data());
        }
    }
    ~Folder() {
        if (!kept) std::filesystem::remove_all(path);
    }
};

std::string file_text(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

/// Output of a program that reads PDFs; nothing when it is not installed.
std::optional<std::string> output_of(const std::string& program, const std::string& arguments) {
    if (std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) != 0) return std::nullopt;
    std::string text;
    FILE* pipe = ::popen((program + " " + arguments + " 2>&1").c_str(), "r");
    if (!pipe) return std::nullopt;
    char buffer[4096];
    while (const std::size_t got = std::fread(buffer, 1, sizeof buffer, pipe)) text.append(buffer, got);
    ::pclose(pipe);
    return text;
}

class WriteBook : public testing::Test {
protected:
    std::string write(const SampleBook& sample, unsigned jobs = 1) {
        const std::string path =
            (folder.path / (std::string(testing::UnitTest::GetInstance()->current_test_info()->name()) + ".pdf"))
                .string();
        Output output(path);
        write_book(sample.book, archive, fonts(), jobs, output, diagnostics);
        output.commit();
        return path;
    }

    std::string extracted(const SampleBook& sample) {
        const std::string path = write(sample);
        const auto text = output_of("pdftotext", "-enc UTF-8 '" + path + "' -");
        return text ? *text : "skip";
    }

    void expect_text(const SampleBook& sample, const std::vector<std::string>& lines) {
        const std::string text = extracted(sample);
        if (text == "skip") GTEST_SKIP() << "pdftotext is not installed";
        for (const std::string& line : lines) EXPECT_THAT(text, HasSubstr(line));
    }

    void SetUp() override {
        archive.metadata.title = "Beispiel – Märchen";
        archive.metadata.language = "de";
        archive.metadata.authors = {"A. Writer"};
        archive.metadata.identifier = "urn:uuid:0";
    }

    Folder folder;
    Archive archive;
    Diagnostics diagnostics;
};

TEST_F(WriteBook, LatinWithLigaturesComesBack) {
    SampleBook sample;
    sample.line({"The first office affair: fjord, Würstchen, 200K GPU hours -> 25K (!)"});
    sample.line({"non\u00a0breaking and ordinary spaces"});
    expect_text(sample, {"The first office affair: fjord, Würstchen, 200K GPU hours -> 25K (!)", "ordinary spaces"});
}

TEST_F(WriteBook, ArabicScriptComesBackInLogicalOrder) {
    SampleBook sample;
    sample.line({"السلام عليكم لا إله", 0x41726162, true, "ar"});
    sample.line({"یادگیری ماشین می‌شود", 0x41726162, true, "fa"});
    sample.line({"مُحَمَّد", 0x41726162, true, "ar"});
    expect_text(sample, {"السلام عليكم لا إله", "یادگیری ماشین می‌شود"});
}

TEST_F(WriteBook, VowelMarksStayOnTheirLetters) {
    SampleBook sample;
    sample.line({"مُحَمَّد وكتاب", 0x41726162, true, "ar"});
    sample.line({"cafe\u0301 x\u0323\u0302y"});
    const std::string text = extracted(sample);
    if (text == "skip") GTEST_SKIP() << "pdftotext is not installed";
    EXPECT_THAT(text, HasSubstr("مُحَمَّد وكتاب"));
    EXPECT_THAT(text, HasSubstr("cafe\u0301 x\u0323\u0302y"));
}

// Source Sans 3 sets the tilde back over its letter, at the letter's own height.
TEST_F(WriteBook, AMarkThatReachesBackLeavesNoGap) {
    SampleBook sample;
    const ElementId paragraph = sample.add(Role::paragraph, {0});
    sample.book.pages[0].items.push_back(
        run_of({"t\u0283\u026A\u0303\u02D0k"}, {{48}, {60}}, {10}, paragraph, {text::Family::sans, false, false}));
    expect_text(sample, {"t\u0283\u026A\u0303\u02D0k"});
}

// Noto Serif Hebrew has no character without ink and width that a span could begin with.
TEST_F(WriteBook, VowelMarksOfAFaceWithoutUnseenGlyphsStayOnTheirLetters) {
    SampleBook sample;
    sample.line({"בְּרֵאשִׁית בָּרָא אֱלֹהִים", 0x48656272, true, "he"});
    sample.line({"הָאָרֶץ", 0x48656272, true, "he"});
    expect_text(sample, {"בְּרֵאשִׁית בָּרָא אֱלֹהִים", "הָאָרֶץ"});
}

TEST_F(WriteBook, MarksBesideABlankLeaveIt) {
    SampleBook sample;
    sample.line({"مثلاً نقل معمولاً", 0x41726162, true, "fa"});
    expect_text(sample, {"مثلاً نقل معمولاً"});
}

TEST_F(WriteBook, LigaturesFromRightToLeftComeBack) {
    SampleBook sample;
    sample.line({"لا إله إلا الله", 0x41726162, true, "ar"});
    expect_text(sample, {"لا إله إلا الله"});
}

TEST_F(WriteBook, IndicScriptsComeBack) {
    SampleBook sample;
    sample.line({"क्षत्रिय हिन्दी विकिपीडिया", 0x44657661, false, "hi"});
    expect_text(sample, {"क्षत्रिय हिन्दी विकिपीडिया"});
}

TEST_F(WriteBook, HanAndKanaComeBack) {
    SampleBook sample;
    sample.line({"机器学习笔记", 0x48616e69, false, "zh-Hans"});
    sample.line({"プログラミング", 0x4b616e61, false, "ja"});
    expect_text(sample, {"机器学习笔记", "プログラミング"});
}

TEST_F(WriteBook, EmojiComeBackFromPictures) {
    SampleBook sample;
    sample.line({"🎉", 0x5a737965});
    sample.line({"👩‍💻", 0x5a737965});
    expect_text(sample, {"🎉", "👩‍💻"});
}

TEST_F(WriteBook, AHyphenOfOursJoinsTheWord) {
    SampleBook sample;
    const ElementId paragraph = sample.add(Role::paragraph, {0});
    auto& items = sample.book.pages[0].items;
    const layout::GlyphRun line = run_of({"Zeile mit Sil"}, {{48}, {60}}, {10}, paragraph);
    items.push_back(line);
    const layout::PlacedGlyph& last = line.glyphs.back();
    layout::GlyphRun hyphen = run_of({"-"}, {line.origin.x + last.x + last.advance, {60}}, {10}, paragraph);
    hyphen.mark = true;
    hyphen.text.clear();
    items.push_back(hyphen);
    items.push_back(run_of({"bentrennung und mehr"}, {{48}, {72}}, {10}, paragraph));
    expect_text(sample, {"Silbentrennung"});
}

TEST_F(WriteBook, OtherMarksLeaveNoText) {
    SampleBook sample;
    const ElementId code = sample.line({"let x = 1;"});
    layout::GlyphRun arrow = run_of({"↪"}, {{40}, {60}}, {10}, code, {text::Family::mono, false, false});
    arrow.mark = true;
    arrow.text.clear();
    sample.book.pages[0].items.push_back(arrow);
    const std::string text = extracted(sample);
    EXPECT_THAT(text, Not(HasSubstr("↪")));
}

/// A book with everything: used to see that validators are content.
SampleBook full_sample() {
    SampleBook sample;
    sample.line({"Heading"}, Role::h1);
    const ElementId linked = sample.add(Role::link, sample.line({"See "}));
    sample.book.pages[0].items.push_back(run_of({"the site"}, {{80}, {80}}, {10}, linked));
    sample.book.links.push_back({ExternalUrl{"https://example.org/a(b)"}, linked, "the site"});
    sample.book.pages[0].links.push_back({{{80}, {70}, {40}, {14}}, {0}});
    const ElementId inner = sample.add(Role::link, {0});
    sample.book.pages[0].items.push_back(run_of({"inner"}, {{80}, {120}}, {10}, inner));
    sample.book.links.push_back({AnchorId{0}, inner, "inner"});
    sample.book.pages[0].links.push_back({{{80}, {110}, {40}, {14}}, {1}});
    sample.book.anchors = {{1, {60}}, {}};
    const ElementId figure = sample.add(Role::figure, {0});
    sample.book.elements[figure.value].alt = "A picture";
    sample.book.pages[0].items.push_back(layout::Picture{{{48}, {200}, {100}, {50}}, {0}, figure});
    const ElementId table = sample.add(Role::table, {0});
    const ElementId row = sample.add(Role::table_row, table);
    for (int i = 0; i < 2; ++i) {
        const ElementId cell = sample.add(i ? Role::table_data : Role::table_header, row);
        if (!i) sample.book.elements[cell.value].scope = layout::HeaderScope::row;
        sample.book.pages[0].items.push_back(run_of({"cell"}, {{48.0 + 60 * i}, {300}}, {10}, cell));
    }
    sample.book.pages[0].items.push_back(layout::Fill{{{48}, {310}, {100}, {0.5}}, {0.4}, {}, {}});
    sample.book.pages[0].items.push_back(layout::Stroke{{{48}, {320}, {100}, {20}}, {0.5}, {0.4}, {3}, {2}, {}});
    sample.add_page();
    sample.line({"Second page"}, Role::h2);
    const ElementId note = sample.line({"A footnote."}, Role::note);
    (void)note;
    layout::Bookmark child{"Zweite Seite – ü 🎉", {1, {60}}, {}, false};
    sample.book.bookmarks = {{"First", {0, {60}}, {child}, true}, {"Last", {1, {60}}, {}, false}};
    sample.book.pages[0].label = "i";
    sample.book.pages[1].label = "1";
    return sample;
}

std::string png_bytes() {
    image::Raster raster{4, 2, 3, {}, {}};
    for (int i = 0; i < 24; ++i) raster.pixels.push_back(static_cast<std::byte>(i * 10));
    for (int i = 0; i < 8; ++i) raster.alpha.push_back(static_cast<std::byte>(i * 30));
    const std::vector<std::byte> png = image::encode_png(raster);
    return {reinterpret_cast<const char*>(png.data()), png.size()};
}

TEST_F(WriteBook, ValidatorsAreContent) {
    archive.resources.push_back({{}, "a.png", png_bytes()});
    const std::string path = write(full_sample());
    if (const auto said = output_of("qpdf", "--check '" + path + "'")) {
        EXPECT_THAT(*said, HasSubstr("No syntax or stream encoding errors found"));
    }
    if (const auto said = output_of("pdfinfo", "'" + path + "'")) {
        EXPECT_THAT(*said, HasSubstr("Tagged:          yes"));
        EXPECT_THAT(*said, HasSubstr("Title:           Beispiel – Märchen"));
        EXPECT_THAT(*said, Not(HasSubstr("Error")));
    }
    if (const auto said = output_of("pdfinfo", "-struct-text '" + path + "'")) {
        EXPECT_THAT(*said, HasSubstr("Second page"));
    }
}

TEST_F(WriteBook, BytesDontDependOnTheNumberOfThreads) {
    archive.resources.push_back({{}, "a.png", png_bytes()});
    SampleBook sample = full_sample();
    for (int i = 0; i < 50; ++i) {
        sample.add_page();
        sample.line({"Page after page"});
    }
    const std::string one = file_text(write(sample, 1));
    EXPECT_EQ(one, file_text(write(sample, 4)));
    EXPECT_THAT(one, HasSubstr("%PDF-1.7"));
}

TEST_F(WriteBook, APictureThatCantBeReadIsAFrameAndAWarning) {
    archive.resources.push_back({{}, "a.png", "no picture"});
    write(full_sample());
    ASSERT_EQ(diagnostics.all().size(), 1U);
    EXPECT_EQ(diagnostics.all()[0].id, "unreadable-picture");
    EXPECT_EQ(diagnostics.all()[0].path, "a.png");
}

TEST_F(WriteBook, AnElementOverTwoPagesNamesBoth) {
    SampleBook sample;
    const ElementId paragraph = sample.line({"begins here"});
    sample.add_page();
    sample.book.pages[1].items.push_back(run_of({"ends there"}, {{48}, {60}}, {10}, paragraph));
    const auto objects = output_of("qpdf", "--qdf --object-streams=disable '" + write(sample) + "' -");
    if (!objects) GTEST_SKIP() << "qpdf is not here";
    const std::size_t content = objects->find("/MCID 0");
    ASSERT_NE(content, std::string::npos);
    EXPECT_LT(objects->find("/Pg ", content), objects->find(">>", content)) << "the content that is on another page";
}

TEST_F(WriteBook, ManyPagesStayLinear) {
    SampleBook sample;
    for (int page = 0; page < 2000; ++page) {
        sample.add_page();
        for (int line = 0; line < 20; ++line) sample.line({"word"});
    }
    const std::string path = write(sample, 2);
    EXPECT_LT(std::filesystem::file_size(path), 3'000'000U);
}

}  // namespace
}  // namespace notes_export::pdf
