// Whole books from small archives: what stands where on their pages.
#include <gtest/gtest.h>

#include <set>

#include "unit/layout/geometry.hpp"
#include "unit/layout/small_archive.hpp"

namespace notes_export::layout {
namespace {

TEST(Book, CoverContentsAndNotesFollowEachOther) {
    SmallArchive small;
    small.note("First note", {paragraph(small.prose(400))});
    small.note("Second note", {paragraph(small.prose(400))});
    const PagedBook book = small.lay_out();
    EXPECT_NE(text_of(book.pages[0]).find("Small archive"), std::string::npos);
    EXPECT_NE(text_of(book.pages[1]).find("Contents"), std::string::npos);
    EXPECT_EQ(page_with(book, "First note", 2), 2U);
}

TEST(Book, ALongParagraphLeavesTwoLinesOnEachSide) {
    SmallArchive small;
    for (int words = 600; words < 640; words += 5) {
        SmallArchive one;
        one.note("Title", {paragraph(one.prose(words)), paragraph(one.prose(40))});
        const PagedBook book = one.lay_out();
        for (std::size_t p = 2; p + 1 < book.pages.size(); ++p) EXPECT_GE(baselines(book.pages[p]).size(), 2U);
        expect_within_measure(book);
    }
}

TEST(Book, AHighPictureAmongWordsHasALineOfItsOwn) {
    SmallArchive small;
    Resource resource;
    const std::string_view drawing =
        small.keep("<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100'><path d='M0 0h9v9z'/></svg>");
    resource.path = "drawing.svg";
    resource.bytes = drawing;
    small.archive.resources.push_back(resource);
    small.note("Picture", {});
    Inlines inlines = said("before it ");
    Image image;
    image.target = ResourceId{0};
    image.alt = "drawing";
    inlines.push_back({std::move(image), {}});
    for (Inline& item : said(" behind it")) inlines.push_back(std::move(item));
    small.archive.notes.back().blocks.push_back(block(Paragraph{std::move(inlines), Alignment::none}));
    const PagedBook book = small.lay_out();
    const Page& page = book.pages[page_with(book, "before it")];
    double above = 0, top = 0, bottom = 0, below = 0;
    for (const PageItem& item : page.items) {
        if (const auto* picture = std::get_if<Picture>(&item)) {
            top = picture->rect.y.value;
            bottom = picture->rect.bottom().value;
        } else if (const auto* run = std::get_if<GlyphRun>(&item)) {
            if (run->text.find("before it") != std::string::npos) above = run->origin.y.value;
            if (run->text.find("behind it") != std::string::npos) below = run->origin.y.value;
        }
    }
    EXPECT_LT(above, top);
    EXPECT_GT(below, bottom);
}

TEST(Book, EachCharacterNoFontHasIsToldOnce) {
    SmallArchive small;
    small.note("One", {paragraph("\U0010FFFD and \U0010FFFD")});
    small.note("Two", {paragraph("\U0010FFFD")});
    const text::FontLibrary fonts;
    Diagnostics diagnostics;
    notes_export::layout::lay_out(small.archive, {}, fonts, diagnostics);
    EXPECT_EQ(diagnostics.all().size(), 1U);
}

TEST(Book, FootnotesStandAtTheFootOfTheirPage) {
    SmallArchive small;
    Note& note = small.note("Title", {});
    Inlines words = said("A word with a note");
    words.push_back({FootnoteReference{"a", 0}, {}});
    note.blocks = {block(Paragraph{words}), paragraph(small.prose(300))};
    note.footnotes.push_back({"a", {paragraph("Footbody stands below.")}, {}, 1, 1});
    const PagedBook book = small.lay_out();
    const std::size_t page = page_with(book, "A word with a note", 2);
    EXPECT_EQ(page_with(book, "Footbody", 2), page);
    const std::vector<double> lines = baselines(book.pages[page]);
    double foot_line = 0;
    for (const PageItem& item : book.pages[page].items)
        if (const auto* run = std::get_if<GlyphRun>(&item); run && run->text.find("Footbody") != std::string::npos)
            foot_line = run->origin.y.value;
    EXPECT_NEAR(foot_line, lines.back(), 3.0);
    EXPECT_GT(foot_line, 520);
}

TEST(Book, AnUnreferencedFootnoteIsNotLost) {
    SmallArchive small;
    Note& note = small.note("Title", {paragraph("Text.")});
    note.footnotes.push_back({"lost", {paragraph("Nobody asks for this.")}, {}, 0, 0});
    EXPECT_NE(page_with(small.lay_out(), "Nobody asks", 2), SIZE_MAX);
}

TEST(Book, ShortNotesFollowEachOtherLongOnesBeginPages) {
    SmallArchive small;
    for (int i = 0; i < 6; ++i) small.note("Short" + std::to_string(i), {paragraph(small.prose(30, i))});
    const PagedBook flowing = small.lay_out();
    EXPECT_EQ(page_with(flowing, "Short0", 2), page_with(flowing, "Short1", 2));
    SmallArchive large;
    for (int i = 0; i < 3; ++i) large.note("Long" + std::to_string(i), {paragraph(large.prose(350, i))});
    const PagedBook paged = large.lay_out();
    for (std::size_t i = 1; i < 3; ++i)
        EXPECT_GT(page_with(paged, "Long" + std::to_string(i), 2), page_with(paged, "Long" + std::to_string(i - 1), 2));
}

TEST(Book, NotesBeginWhereTheOptionSays) {
    SmallArchive small;
    for (int i = 0; i < 4; ++i) small.note("Short" + std::to_string(i), {paragraph(small.prose(30, i))});
    PdfOptions options;
    options.style.note_start = NoteStart::page;
    const PagedBook paged = small.lay_out(options);
    EXPECT_LT(page_with(paged, "Short0", 2), page_with(paged, "Short1", 2));
    SmallArchive large;
    for (int i = 0; i < 3; ++i) large.note("Long" + std::to_string(i), {paragraph(large.prose(560, i))});
    options.style.note_start = NoteStart::flow;
    const PagedBook flowing = large.lay_out(options);
    EXPECT_LT(flowing.pages.size(), large.lay_out().pages.size());
}

TEST(Book, NotesOfThreeQuartersOfAPageFollowEachOther) {
    SmallArchive small;
    for (int i = 0; i < 8; ++i) small.note("Note" + std::to_string(i), {paragraph(small.prose(250, i))});
    PdfOptions options;
    options.style.note_start = NoteStart::page;
    EXPECT_LT(small.lay_out().pages.size(), small.lay_out(options).pages.size());
}

TEST(Book, APartThatIsCalledAsItsNoteIsNotNamedTwice) {
    SmallArchive small;
    small.note("Colours", {paragraph("Of all kinds.")});
    ContentsEntry part;
    part.title = "Colours";
    part.children = std::exchange(small.archive.contents, {});
    small.archive.contents.push_back(std::move(part));
    const PagedBook book = small.lay_out();
    const std::size_t page = page_with(book, "Of all kinds");
    ASSERT_NE(page, SIZE_MAX);
    const std::string text = text_of(book.pages[page]);
    EXPECT_EQ(text.find("Colours"), text.rfind("Colours"));
}

TEST(Book, ShortPartsFollowEachOtherLongOnesBeginPages) {
    const auto with_parts = [](int words) {
        SmallArchive small;
        for (int i = 0; i < 4; ++i) small.note("Note" + std::to_string(i), {paragraph(small.prose(words, i))});
        std::vector<ContentsEntry> notes = std::exchange(small.archive.contents, {});
        for (ContentsEntry& note : notes) {
            ContentsEntry part;
            part.title = "Part of " + note.title;
            part.children.push_back(std::move(note));
            small.archive.contents.push_back(std::move(part));
        }
        PdfOptions options;
        options.style.note_start = NoteStart::flow;
        const PagedBook book = small.lay_out(options);
        return page_with(book, "Part of Note1", 2) - page_with(book, "Part of Note0", 2);
    };
    EXPECT_EQ(with_parts(30), 0U);
    EXPECT_GE(with_parts(1100), 3U);
}

TEST(Book, AnIndentTakesThePlaceOfTheSpaceBetweenParagraphs) {
    SmallArchive small;
    small.note("Title", {paragraph(small.prose(30)), paragraph(small.prose(30, 3))});
    PdfOptions options;
    options.style.indent = true;
    const PagedBook book = small.lay_out(options);
    const std::vector<double> lines = baselines(book.pages[2]);
    int other_steps = 0;
    for (std::size_t i = 3; i + 1 < lines.size(); ++i) other_steps += std::abs(lines[i] - lines[i - 1] - 14) > 0.5;
    EXPECT_EQ(other_steps, 0);
}

TEST(Book, NoPageBeginsWithTheEndOfALineThatTheWriterEnded) {
    SmallArchive small;
    Inlines words;
    for (int i = 0; i < 40; ++i) {
        words.push_back({Text{small.prose(28, i)}, {}});
        words.push_back({LineBreak{}, {}});
    }
    small.note("Title", {block(Paragraph{std::move(words), Alignment::none})});
    const PagedBook book = small.lay_out();
    ASSERT_GE(book.pages.size(), 4U);
    for (std::size_t p = 3; p < book.pages.size(); ++p) {
        double top = 1e9, begin = 0;
        for (const PageItem& item : book.pages[p].items)
            if (const auto* run = std::get_if<GlyphRun>(&item);
                run && run->element.valid() && run->origin.y.value < top) {
                top = run->origin.y.value;
                begin = run->origin.x.value;
            }
        EXPECT_NEAR(begin, measure_left, 0.5) << "page " << p + 1;
    }
}

TEST(Book, ThreadsMakeNoDifference) {
    SmallArchive small;
    for (int i = 0; i < 40; ++i) {
        Blocks blocks{paragraph(small.prose(120, i)), small.heading(1, "Head", static_cast<std::uint32_t>(i)),
                      paragraph(small.prose(200, i))};
        small.note("Note" + std::to_string(i), std::move(blocks));
    }
    PdfOptions one, four;
    four.jobs = 4;
    const PagedBook a = small.lay_out(one), b = small.lay_out(four);
    ASSERT_EQ(a.pages.size(), b.pages.size());
    ASSERT_EQ(a.elements.size(), b.elements.size());
    for (std::size_t p = 0; p < a.pages.size(); ++p) {
        EXPECT_EQ(text_of(a.pages[p]), text_of(b.pages[p]));
        EXPECT_EQ(baselines(a.pages[p]), baselines(b.pages[p]));
        EXPECT_EQ(a.pages[p].links.size(), b.pages[p].links.size());
    }
}

TEST(Book, StructureHasParentsBeforeChildrenAndOneRoot) {
    SmallArchive small;
    small.note("Title", {paragraph(small.prose(50)), small.heading(1, "Head"), paragraph(small.prose(50))});
    const PagedBook book = small.lay_out();
    ASSERT_EQ(book.elements[0].role, Role::document);
    EXPECT_FALSE(book.elements[0].parent.valid());
    for (std::size_t i = 1; i < book.elements.size(); ++i) {
        ASSERT_TRUE(book.elements[i].parent.valid()) << i;
        EXPECT_LT(book.elements[i].parent.value, i);
    }
    for (const Page& page : book.pages)
        for (const LinkArea& area : page.links) EXPECT_LT(area.link.value, book.links.size());
}

TEST(Book, ArchivesWithoutAnythingStillMakeABook) {
    SmallArchive small;
    small.note("Empty", {});
    EXPECT_EQ(small.lay_out().pages.size(), 3U);
    SmallArchive none;
    EXPECT_GE(none.lay_out().pages.size(), 2U);
}

TEST(Book, EverySizeOfPageHoldsItsText) {
    for (const auto& [width, height] : {std::pair{257.0, 347.0}, {595.0, 842.0}, {303.0, 403.0}, {120.0, 160.0}}) {
        SmallArchive small;
        Table table;
        table.columns = {Alignment::none, Alignment::none, Alignment::none};
        table.head.push_back({{cell("Alpha", true), cell("Beta", true), cell("Gamma", true)}});
        table.body.push_back({{cell(small.prose(20)), cell("one"), cell(small.prose(9))}});
        small.note("A title of some length for a small page", {paragraph(small.prose(200)), block(table)});
        PdfOptions options;
        options.page_width = width;
        options.page_height = height;
        const PagedBook book = small.lay_out(options);
        for (std::size_t p = 1; p < book.pages.size(); ++p) {
            const Extent extent = extent_of(book.pages[p]);
            if (extent.left > extent.right) continue;
            EXPECT_GE(extent.left, 0) << width;
            EXPECT_LE(extent.right, width) << width;
            EXPECT_LE(extent.bottom, height) << width;
        }
    }
}

}  // namespace
}  // namespace notes_export::layout
