// Headings and what stands for them on the pages of a book.
#include <gtest/gtest.h>

#include "unit/layout/geometry.hpp"
#include "unit/layout/small_archive.hpp"

namespace notes_export::layout {
namespace {

TEST(Headings, NoHeadingIsLastOnAPage) {
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

TEST(Headings, AHeadingThatNoTextFollowsStandsAloneAndIsNotLastOnAPage) {
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

TEST(Headings, HeadingsAreNotHyphenated) {
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

TEST(Headings, WordsThatAreAllStrongStayWithWhatFollows) {
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

}  // namespace
}  // namespace notes_export::layout
