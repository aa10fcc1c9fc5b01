// Whole books from small archives: what stands where on their pages.
#include <gtest/gtest.h>

#include <set>

#include "unit/layout/geometry.hpp"
#include "unit/layout/small_archive.hpp"

namespace notes_export::layout {
namespace {

constexpr double left = 47.7, right = 371.8, foot = 541.5;

void expect_within_measure(const PagedBook& book) {
    for (std::size_t p = 1; p < book.pages.size(); ++p) {
        const Extent extent = extent_of(book.pages[p]);
        if (extent.left > extent.right) continue;
        // Punctuation may protrude by part of its width.
        EXPECT_GE(extent.left, left - 4) << "page " << p + 1;
        EXPECT_LE(extent.right, right + 6) << "page " << p + 1;
        EXPECT_LE(extent.bottom, foot) << "page " << p + 1;
        EXPECT_GE(extent.top, 47.9) << "page " << p + 1;
    }
}

TEST(Book, CoverContentsAndNotesFollowEachOther) {
    SmallArchive small;
    small.note("First note", {paragraph(small.prose(400))});
    small.note("Second note", {paragraph(small.prose(400))});
    const PagedBook book = small.lay_out();
    EXPECT_NE(text_of(book.pages[0]).find("Small archive"), std::string::npos);
    EXPECT_NE(text_of(book.pages[1]).find("Contents"), std::string::npos);
    EXPECT_EQ(page_with(book, "First note", 2), 2U);
}

/// What is printed at the foot of a page.
std::string folio(const Page& page) {
    const auto* run = page.items.empty() ? nullptr : std::get_if<GlyphRun>(&page.items.back());
    return run && !run->element.valid() ? run->text : std::string();
}

TEST(Book, PagesBeforeTheNotesHaveRomanNumbersAndTheNotesBeginAtOne) {
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

TEST(Book, AnIntroductionIsNumberedWithTheContents) {
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

TEST(Book, ContentsNameThePageOfEachNote) {
    SmallArchive small;
    for (int i = 0; i < 5; ++i) small.note("Title" + std::to_string(i), {paragraph(small.prose(500, i))});
    const PagedBook book = small.lay_out();
    const std::string contents = text_of(book.pages[1]);
    for (std::size_t i = 0; i < 5; ++i) {
        const Place place = book.anchors[small.archive.notes[i].anchor.value];
        EXPECT_EQ(place.page, page_with(book, "Title" + std::to_string(i), 2));
        EXPECT_NE(contents.find(book.pages[place.page].label), std::string::npos);
    }
}

TEST(Book, ALineThatATitleTurnsOverToInTheContentsIsIndented) {
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

TEST(Book, NoHeadingIsLastOnAPage) {
    for (int words = 330; words < 520; words += 7) {
        SmallArchive small;
        Blocks blocks{paragraph(small.prose(words))};
        blocks.push_back(small.heading(1, "Heading here"));
        blocks.push_back(paragraph(small.prose(60)));
        small.note("Title", std::move(blocks));
        const PagedBook book = small.lay_out();
        const Page& page = book.pages[page_with(book, "Heading here", 2)];
        const std::vector<double> lines = baselines(page);
        double heading = 0;
        for (const PageItem& item : page.items)
            if (const auto* run = std::get_if<GlyphRun>(&item); run && run->text.find("Heading") != std::string::npos)
                heading = run->origin.y.value;
        EXPECT_GE(std::ranges::count_if(lines, [&](double y) { return y > heading + 1; }), 2) << words;
    }
}

TEST(Book, AHeadingThatNoTextFollowsStandsAloneAndIsNotLastOnAPage) {
    for (int words = 300; words < 460; words += 4) {
        SmallArchive small;
        small.note("Runs in", {});
        Blocks& blocks = small.archive.notes.back().blocks;
        blocks.push_back(paragraph(small.prose(words)));
        blocks.push_back(small.heading(4, "Lower heading"));
        List list;
        for (int i = 0; i < 6; ++i) {
            ListItem item;
            item.blocks.push_back(paragraph("an item"));
            list.items.push_back(std::move(item));
        }
        blocks.push_back(block(std::move(list)));
        const PagedBook book = small.lay_out();
        const std::size_t page = page_with(book, "Lower heading");
        ASSERT_NE(page, SIZE_MAX);
        EXPECT_NE(text_of(book.pages[page]).find("an item"), std::string::npos) << words;
    }
}

TEST(Book, HeadingsAreNotHyphenated) {
    SmallArchive small;
    small.note("A title of incomprehensibilities, misunderstandings and internationalisation notwithstanding", {});
    small.archive.notes.back().blocks = {
        small.heading(1,
                      "Internationalisation, incomprehensibilities and misunderstandings notwithstanding everything"),
        paragraph("Text.")};
    const PagedBook book = small.lay_out();
    for (const PageItem& item : book.pages.back().items)
        EXPECT_FALSE(std::holds_alternative<GlyphRun>(item) && std::get<GlyphRun>(item).mark);
}

TEST(Book, WordsThatAreAllStrongStayWithWhatFollows) {
    for (int words = 300; words < 460; words += 4) {
        SmallArchive small;
        small.note("Strong", {});
        Blocks& blocks = small.archive.notes.back().blocks;
        blocks.push_back(paragraph(small.prose(words)));
        Styled strong;
        strong.style = Style::strong;
        strong.children = said("A heading in all but name:");
        Inlines inlines;
        inlines.push_back({std::move(strong), {}});
        blocks.push_back(block(Paragraph{std::move(inlines), Alignment::none}));
        blocks.push_back(paragraph("What follows it. Directly."));
        const PagedBook book = small.lay_out();
        const std::size_t page = page_with(book, "in all but name");
        ASSERT_NE(page, SIZE_MAX);
        EXPECT_NE(text_of(book.pages[page]).find("What follows it"), std::string::npos) << words;
    }
}

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

TEST(Book, ALineWithAColonStandsOnThePageOfWhatItAnnounces) {
    expect_with_listing("It looks so:");
}

TEST(Book, AShortLineThatIsNoSentenceNamesWhatIsBelowIt) {
    expect_with_listing("Filename: src/main.rs");
    expect_with_listing("It looks so:", "main.rs");
}

TEST(Book, AListingThatIsALittleTooWideIsSetSmaller) {
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

TEST(Book, ItemsAreNumberedInTheFiguresOfTheSource) {
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

TEST(Book, NumbersOfTwoFiguresKeepTheirPoint) {
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

TEST(Book, TheQuoteThatAnItemBeginsWithKeepsClearOfItsBullet) {
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

TEST(Book, AJoinedLineEndBeforeCodeIsASpaceOfTheText) {
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

TEST(Book, ATableRepeatsItsHeadOnEachPage) {
    SmallArchive small;
    Table table;
    table.columns = {Alignment::none, Alignment::right};
    table.head.push_back({{cell("Country", true), cell("Figure", true)}});
    for (int i = 0; i < 80; ++i)
        table.body.push_back({{cell(small.keep("Row" + std::to_string(i))), cell(small.keep(std::to_string(i * 37)))}});
    small.note("Title", {block(std::move(table))});
    const PagedBook book = small.lay_out();
    ASSERT_GE(book.pages.size(), 5U);
    for (std::size_t p = 2; p < book.pages.size(); ++p)
        EXPECT_NE(text_of(book.pages[p]).find("Country"), std::string::npos);
    // The structure has the head once.
    int tagged = 0;
    for (const Page& page : book.pages) tagged += body_text(book, page).find("Country") != std::string::npos;
    EXPECT_EQ(tagged, 1);
    expect_within_measure(book);
}

TEST(Book, AWideTableBecomesRecordsAndLosesNothing) {
    SmallArchive small;
    Table table;
    TableRow head, row;
    for (int i = 0; i < 30; ++i) {
        table.columns.push_back(Alignment::none);
        head.cells.push_back(cell(small.keep("Head" + std::to_string(i)), true));
        row.cells.push_back(cell(small.keep("Incomprehensible" + std::to_string(i))));
    }
    table.head.push_back(head);
    table.body.push_back(row);
    small.note("Title", {block(std::move(table))});
    const PagedBook book = small.lay_out();
    expect_within_measure(book);
    for (int i = 0; i < 30; ++i) EXPECT_NE(page_with(book, "Head" + std::to_string(i) + ": ", 2), SIZE_MAX) << i;
}

/// A table of one row below its head.
Block table_of(const std::vector<std::string_view>& heads, const std::vector<std::string_view>& row) {
    Table table;
    TableRow head, body;
    for (const std::string_view words : heads) {
        table.columns.push_back(Alignment::none);
        head.cells.push_back(cell(words, true));
    }
    for (const std::string_view words : row) body.cells.push_back(cell(words));
    table.head.push_back(std::move(head));
    table.body.push_back(std::move(body));
    return block(std::move(table));
}

TEST(Book, WordsOfATableAreNotBroken) {
    // Seven columns whose longest words are wider than the measure in sum, each of which could be broken.
    SmallArchive small;
    small.note("Title", {table_of({"Configuration", "Implementation", "Responsibility", "Documentation",
                                   "Compatibility", "Infrastructure", "Notes"},
                                  {"authentication", "RoleBasedAccess", "administrators", "comprehensive",
                                   "experimental", "Kubernetes", "none"})});
    const PagedBook book = small.lay_out();
    EXPECT_NE(page_with(book, "Implementation: ", 2), SIZE_MAX);
    EXPECT_NE(page_with(book, "administrators", 2), SIZE_MAX);
}

TEST(Book, SevenColumnsOfShortWordsStayATable) {
    SmallArchive small;
    small.note("Title",
               {table_of({"Name", "Version", "Released", "Supported", "Architecture", "Maintainer", "Licence"},
                         {"enterprise", "9.3", "2023-11-07", "until 2032", "powerpc64le", "redhat", "commercial"})});
    const PagedBook book = small.lay_out();
    EXPECT_EQ(page_with(book, "Architecture: ", 2), SIZE_MAX);
    EXPECT_NE(page_with(book, "Architecture", 2), SIZE_MAX);
}

TEST(Book, ColumnsStandCloserBeforeATableBecomesRecords) {
    SmallArchive small;
    const std::string_view head = "Kubernetes 1.15";
    small.note("Title", {table_of({"Client", head, head, head, head, head, head, head},
                                  {"6.0", "yes", "no", "no", "no", "no", "no", "no"})});
    const PagedBook book = small.lay_out();
    EXPECT_EQ(page_with(book, "Client: ", 2), SIZE_MAX);
    expect_within_measure(book);
}

TEST(Book, AWordLongerThanAnyWordMayBeBrokenInItsColumn) {
    SmallArchive small;
    const std::string digest(128, 'f');
    small.note("Title", {table_of({"File", "Digest"}, {"archive.zip", digest})});
    const PagedBook book = small.lay_out();
    EXPECT_EQ(page_with(book, "Digest: ", 2), SIZE_MAX);
    EXPECT_EQ(std::ranges::count(body_text(book, book.pages.back()), 'f'), 128);
    expect_within_measure(book);
}

TEST(Book, SentencesAreNotSetInAColumnOfOneWordALine) {
    SmallArchive small;
    Table table;
    TableRow head, row;
    for (int i = 0; i < 7; ++i) {
        table.columns.push_back(Alignment::none);
        head.cells.push_back(cell(small.keep("Head" + std::to_string(i)), true));
        row.cells.push_back(cell(i == 3 ? small.prose(12) : "counterrevolutionary"));
    }
    table.head.push_back(head);
    table.body.push_back(row);
    small.note("Title", {block(std::move(table))});
    EXPECT_NE(page_with(small.lay_out(), "Head3: ", 2), SIZE_MAX);
}

TEST(Book, ARowTallerThanAPageGoesOnOverleaf) {
    SmallArchive small;
    Table table;
    table.columns = {Alignment::none, Alignment::none};
    table.head.push_back({{cell("A", true), cell("B", true)}});
    table.body.push_back({{cell(small.prose(900)), cell("short")}});
    small.note("Title", {block(std::move(table))});
    const PagedBook book = small.lay_out();
    EXPECT_GE(book.pages.size(), 4U);
    expect_within_measure(book);
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

TEST(Book, DeepListsKeepAMeasure) {
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

TEST(Book, StrokesOfBoxesInCodeMeet) {
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

TEST(Book, LongCodeIsWrappedNotCut) {
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

TEST(Book, AListOfARightToLeftNoteHasItsMarksAtTheRight) {
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
    EXPECT_NEAR(title, right, 1);
    EXPECT_GT(mark, 340);
    EXPECT_GT(words, 330);
    EXPECT_LT(words, mark);
}

TEST(Book, PagesBehindLinksCanBeLeftOut) {
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
        EXPECT_NEAR(begin, left, 0.5) << "page " << p + 1;
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
