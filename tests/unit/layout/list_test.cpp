// Lists on the pages of a book.
#include <gtest/gtest.h>

#include "unit/layout/geometry.hpp"
#include "unit/layout/small_archive.hpp"

namespace notes_export::layout {
namespace {

TEST(Lists, ItemsAreNumberedInTheFiguresOfTheSource) {
    SmallArchive small;
    Note& note = small.note("\u0641\u0627\u0631\u0633\u06cc", {});
    note.language = "fa";
    note.direction = Direction::right_to_left;
    List list;
    list.numbering = Numbering::decimal;
    list.delimiter = '.';
    for (int i = 0; i < 2; ++i) {
        ListItem item;
        item.blocks.push_back(paragraph("\u0645\u062a\u0646"));
        list.items.push_back(std::move(item));
    }
    note.blocks.push_back(block(std::move(list)));
    const PagedBook book = small.lay_out();
    EXPECT_NE(page_with(book, "2."), SIZE_MAX);
}

TEST(Lists, NumbersOfTwoFiguresKeepTheirPoint) {
    SmallArchive small;
    List list;
    list.numbering = Numbering::decimal;
    list.delimiter = '.';
    list.start = 9;
    list.items.resize(3);
    for (ListItem& item : list.items) item.blocks.push_back(paragraph("item"));
    small.note("Title", {block(std::move(list))});
    const PagedBook book = small.lay_out();
    for (const char* label : {"9.", "10.", "11."}) EXPECT_NE(page_with(book, label, 2), SIZE_MAX) << label;
}

TEST(Lists, TheQuoteThatAnItemBeginsWithKeepsClearOfItsBullet) {
    SmallArchive small;
    List list;
    list.items.resize(1);
    list.items.front().blocks.push_back(paragraph(small.keep("\u201CWords\u201D. " + std::string(small.prose(40)))));
    small.note("Title", {block(std::move(list))});
    const PagedBook book = small.lay_out();
    double bullet = 0, quote = 0, line = 1e9;
    for (const PageItem& item : book.pages[page_with(book, "\u2022", 2)].items) {
        const auto* run = std::get_if<GlyphRun>(&item);
        if (!run || !run->element.valid()) continue;
        if (run->text == "\u2022")
            bullet = run->origin.x.value;
        else if (run->text.starts_with("\u201C"))
            quote = run->origin.x.value;
        else if (bullet > 0 && run->origin.x.value > bullet)
            line = std::min(line, run->origin.x.value);
    }
    EXPECT_NEAR(quote, line, 0.6);  // that of a letter
}

TEST(Lists, DeepListsKeepAMeasure) {
    SmallArchive small;
    Block inner = paragraph("Incomprehensibilities at the bottom of all lists, in several words");
    for (int depth = 0; depth < 60; ++depth) {
        List list;
        list.numbering = depth % 2 ? Numbering::decimal : Numbering::bullet;
        list.start = 100;
        list.items.push_back({{paragraph("level"), inner}, {}, {}});
        inner = block(std::move(list));
    }
    small.note("Title", {inner});
    expect_within_measure(small.lay_out());
}

TEST(Lists, AListOfARightToLeftNoteHasItsMarksAtTheRight) {
    SmallArchive small;
    List list;
    list.items.push_back({{paragraph("LaTeX only")}, {}, {}});
    list.items.push_back({{paragraph("LaTeX: برای پردازش")}, {}, {}});
    Note& note = small.note("Latin title", {block(std::move(list))});
    note.direction = Direction::right_to_left;
    note.language = "fa";
    const PagedBook book = small.lay_out();
    const Page& page = book.pages[page_with(book, "LaTeX only", 2)];
    double mark = 1e9, words = 0;
    for (const PageItem& item : page.items) {
        const auto* run = std::get_if<GlyphRun>(&item);
        if (!run || run->glyphs.empty()) continue;
        if (run->text.find("•") != std::string::npos) mark = std::min(mark, run->origin.x.value);
        if (run->text.find("LaTeX") != std::string::npos)
            words = std::max(words, (run->origin.x + run->glyphs.back().x + run->glyphs.back().advance).value);
    }
    double title = 0;
    for (const PageItem& item : page.items)
        if (const auto* run = std::get_if<GlyphRun>(&item); run && run->text.find("title") != std::string::npos)
            title = (run->origin.x + run->glyphs.back().x + run->glyphs.back().advance).value;
    EXPECT_NEAR(title, measure_right, 1);
    EXPECT_GT(mark, 340);
    EXPECT_GT(words, 330);
    EXPECT_LT(words, mark);
}

}  // namespace
}  // namespace notes_export::layout
