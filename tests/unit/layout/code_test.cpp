// Code on the pages of a book.
#include <gtest/gtest.h>

#include <set>

#include "unit/layout/geometry.hpp"
#include "unit/layout/small_archive.hpp"

namespace notes_export::layout {
namespace {

/// Whether a line stands on the page of the listing below it, wherever on the page that is.
void expect_with_listing(const std::string& line, const std::string& label = {}) {
    for (int words = 300; words < 460; words += 4) {
        SmallArchive small;
        small.note("Colon", {});
        Blocks& blocks = small.archive.notes.back().blocks;
        blocks.push_back(paragraph(small.prose(words)));
        blocks.push_back(paragraph(line));
        if (!label.empty()) blocks.push_back(paragraph(label));
        CodeBlock code;
        code.text = "zebra()\nsecond()\nthird()\nfourth()\nfifth()\n";
        blocks.push_back(block(std::move(code)));
        const PagedBook book = small.lay_out();
        const std::size_t page = page_with(book, line);
        ASSERT_NE(page, SIZE_MAX);
        EXPECT_NE(text_of(book.pages[page]).find("zebra"), std::string::npos) << words;
    }
}

TEST(Code, ALineWithAColonStandsOnThePageOfWhatItAnnounces) {
    expect_with_listing("It looks so:");
}

TEST(Code, AShortLineThatIsNoSentenceNamesWhatIsBelowIt) {
    expect_with_listing("Filename: src/main.rs");
    expect_with_listing("It looks so:", "main.rs");
}

TEST(Code, AListingThatIsALittleTooWideIsSetSmaller) {
    const auto lines_of = [](std::size_t columns) {
        SmallArchive small;
        small.note("Listing", {});
        CodeBlock code;
        const std::string text = std::string(columns - 6, 'x') + " tail\n";
        code.text = text;
        small.archive.notes.back().blocks.push_back(block(std::move(code)));
        const PagedBook book = small.lay_out();
        std::set<double> baselines;
        for (const PageItem& item : book.pages[page_with(book, "tail")].items)
            if (const auto* run = std::get_if<GlyphRun>(&item);
                run && (run->text.find('x') != std::string::npos || run->text.find("tail") != std::string::npos))
                baselines.insert(run->origin.y.value);
        return baselines.size();
    };
    EXPECT_EQ(lines_of(69), 1u);
    EXPECT_EQ(lines_of(80), 2u);
}

/// How many lines a listing of three takes.
std::size_t lines_set(const std::string& first, const std::string& second, const std::string& third) {
    SmallArchive small;
    small.note("Listing", {});
    CodeBlock code;
    code.text = small.keep(first + "\n" + second + "\n" + third + "\n");
    small.archive.notes.back().blocks.push_back(block(std::move(code)));
    const PagedBook book = small.lay_out();
    std::set<double> baselines;
    for (const PageItem& item : book.pages[2].items)
        if (const auto* run = std::get_if<GlyphRun>(&item); run && run->element.valid())
            baselines.insert(run->origin.y.value);
    return baselines.size() - 1;  // without the title
}

TEST(Code, ADrawingIsSetSmallerRatherThanTurnedOver) {
    const std::string rule = "+" + std::string(96, '-') + "+", blank = "|" + std::string(94, ' ') + "x |";
    EXPECT_EQ(lines_set(rule, blank, rule), 3U);
    EXPECT_EQ(lines_set("a | b", "--+--", std::string(45, 'a') + " | " + std::string(45, 'b')), 3U);
    std::string boxes;
    for (int i = 0; i < 90; ++i) boxes += "\u2500";
    EXPECT_EQ(lines_set(boxes, "x", boxes), 3U);
    const std::string words = std::string(45, 'a') + " | " + std::string(45, 'b');
    EXPECT_EQ(lines_set(words, words, words), 6U);
}

TEST(Code, AJoinedLineEndBeforeCodeIsASpaceOfTheText) {
    const auto made = [](bool line_end) {
        SmallArchive small;
        small.note("Spaces", {});
        Inlines inlines = said(line_end ? "the type" : "the type ");
        if (line_end) inlines.push_back({SoftBreak{}, {}});
        inlines.push_back({Code{"Option"}, {}});
        small.archive.notes.back().blocks.push_back(block(Paragraph{std::move(inlines), Alignment::none}));
        const PagedBook book = small.lay_out();
        for (const PageItem& item : book.pages[page_with(book, "the type")].items)
            if (const auto* run = std::get_if<GlyphRun>(&item); run && run->text.find("Option") != std::string::npos)
                return run->origin.x.value;
        return 0.0;
    };
    EXPECT_NEAR(made(true), made(false), 0.001);
    EXPECT_GT(made(true), 0);
}

TEST(Code, StrokesOfBoxesInCodeMeet) {
    SmallArchive small;
    CodeBlock code;
    code.text = "┌─┐\n│x│\n└─┘\n";
    small.note("Title", {block(code)});
    const PagedBook book = small.lay_out();
    const text::FontLibrary fonts;
    const text::FaceId mono = fonts.bundled({text::Family::mono, false, false});
    std::vector<double> lines;
    double height = 0;
    for (const PageItem& item : book.pages.back().items)
        if (const auto* run = std::get_if<GlyphRun>(&item); run && run->face == mono) {
            lines.push_back(run->origin.y.value);
            height = run->size.value * (fonts.info(mono).metrics.ascent - fonts.info(mono).metrics.descent);
        }
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_LE(lines[1] - lines[0], height);
    EXPECT_GT(lines[1] - lines[0], height * 0.98);
}

TEST(Code, LongCodeIsWrappedNotCut) {
    SmallArchive small;
    CodeBlock code;
    code.text = small.keep(std::string(900, 'x') + "\n" + std::string(300, 'y') + " z\n");
    small.note("Title", {block(code)});
    const PagedBook book = small.lay_out();
    expect_within_measure(book);
    std::string all;
    for (std::size_t p = 2; p < book.pages.size(); ++p) all += body_text(book, book.pages[p]);
    EXPECT_EQ(std::ranges::count(all, 'x'), 900);
    EXPECT_EQ(std::ranges::count(all, 'y'), 300);
}

}  // namespace
}  // namespace notes_export::layout
