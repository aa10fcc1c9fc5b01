// Numbers of pages, and the contents that name them.
#include <gtest/gtest.h>

#include "unit/layout/geometry.hpp"
#include "unit/layout/small_archive.hpp"

namespace notes_export::layout {
namespace {

/// What is printed at the foot of a page.
std::string folio(const Page& page) {
    const auto* run = page.items.empty() ? nullptr : std::get_if<GlyphRun>(&page.items.back());
    return run && !run->element.valid() ? run->text : std::string();
}

TEST(PageNumbers, PagesBeforeTheNotesHaveRomanNumbersAndTheNotesBeginAtOne) {
    SmallArchive small;
    for (int i = 0; i < 60; ++i) small.note("Title" + std::to_string(i), {paragraph(small.prose(500, i))});
    const PagedBook book = small.lay_out();
    const std::size_t first = page_with(book, "Title0", 3);
    ASSERT_GE(first, 3U);
    EXPECT_EQ(book.pages[0].label, "i");
    EXPECT_EQ(book.pages[1].label, "ii");
    EXPECT_EQ(book.pages[2].label, "iii");
    for (std::size_t page = first; page < book.pages.size(); ++page)
        EXPECT_EQ(book.pages[page].label, std::to_string(page - first + 1));
    for (std::size_t page = 1; page < book.pages.size(); ++page)
        EXPECT_EQ(folio(book.pages[page]), book.pages[page].label);
}

TEST(PageNumbers, AnIntroductionIsNumberedWithTheContents) {
    SmallArchive small;
    small.note("Before all", {paragraph(small.prose(500))}).introduction = true;
    small.note("Title", {paragraph(small.prose(50))});
    const PagedBook book = small.lay_out();
    ASSERT_EQ(book.pages.size(), 5U);
    EXPECT_NE(text_of(book.pages[3]).find("Contents"), std::string::npos);
    EXPECT_EQ(book.pages[1].label, "ii");
    EXPECT_EQ(book.pages[3].label, "iv");
    EXPECT_EQ(book.pages[4].label, "1");
}

TEST(PageNumbers, ContentsNameThePageOfEachNote) {
    SmallArchive small;
    const std::vector<std::string> titles{"TitleA", "TitleB", "TitleC", "TitleD", "TitleE"};
    for (int i = 0; i < 5; ++i) small.note(titles[static_cast<std::size_t>(i)], {paragraph(small.prose(500, i))});
    const PagedBook book = small.lay_out();
    const std::string contents = text_of(book.pages[1]);
    for (std::size_t i = 0; i < 5; ++i) {
        const Place place = book.anchors[small.archive.notes[i].anchor.value];
        EXPECT_EQ(place.page, page_with(book, titles[i], 2));
        const std::size_t begin = contents.find(titles[i]);
        const std::size_t end = i + 1 < 5 ? contents.find(titles[i + 1]) : contents.size();
        EXPECT_NE(contents.substr(begin, end - begin).find(book.pages[place.page].label), std::string::npos);
    }
}

TEST(PageNumbers, ALineThatATitleTurnsOverToInTheContentsIsIndented) {
    SmallArchive small;
    small.note("Wherever contents name a title that is longer than their column is wide, turnedover words", {});
    small.note("Short", {});
    const PagedBook book = small.lay_out();
    const auto begin_of = [&](const std::string& word) {
        for (const PageItem& item : book.pages[1].items)
            if (const auto* run = std::get_if<GlyphRun>(&item); run && run->text.find(word) != std::string::npos)
                return run->origin.x.value;
        return -1.0;
    };
    EXPECT_NEAR(begin_of("Short"), begin_of("Wherever"), 0.01);
    EXPECT_NEAR(begin_of("turnedover"), begin_of("Wherever") + 18, 1);
}

TEST(PageNumbers, PagesBehindLinksCanBeLeftOut) {
    SmallArchive small;
    small.note("First", {});
    small.note("Second", {paragraph("Text.")});
    notes_export::Link link;
    link.children = said("there");
    link.target = small.archive.notes[1].anchor;
    Inlines words;
    words.push_back({std::move(link), {}});
    small.archive.notes[0].blocks = {block(Paragraph{std::move(words), Alignment::none})};
    PdfOptions options;
    EXPECT_NE(page_with(small.lay_out(options), "p.", 2), SIZE_MAX);
    options.link_pages = false;
    EXPECT_EQ(page_with(small.lay_out(options), "p.", 2), SIZE_MAX);
}

}  // namespace
}  // namespace notes_export::layout
