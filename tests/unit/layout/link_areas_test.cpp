// Where links can be touched, when their words go over the ends of lines and of pages.
#include <gtest/gtest.h>

#include <map>

#include "unit/layout/geometry.hpp"
#include "unit/layout/small_archive.hpp"

namespace notes_export::layout {
namespace {

Inlines linked(std::string_view before, std::string_view words, std::string_view after) {
    notes_export::Link link;
    link.children = said(words);
    link.target = ExternalUrl{"https://example.org/"};
    Inlines inlines = said(before);
    inlines.push_back({std::move(link), {}});
    for (Inline& item : said(after)) inlines.push_back(std::move(item));
    return inlines;
}

/// Areas of a page's links to the outside, by their line from the top.
std::vector<Rect> areas_of(const PagedBook& book, const Page& page) {
    std::vector<Rect> areas;
    for (const LinkArea& area : page.links)
        if (std::holds_alternative<ExternalUrl>(book.links[area.link.value].target)) areas.push_back(area.rect);
    return areas;
}

/// Baselines of the lines in which the words of the page's links stand.
std::map<double, Extent> linked_lines(const PagedBook& book, const Page& page) {
    std::map<double, Extent> lines;
    for (const PageItem& item : page.items) {
        const auto* run = std::get_if<GlyphRun>(&item);
        if (!run || !run->element.valid() || book.elements[run->element.value].role != Role::link) continue;
        Extent& line = lines[run->origin.y.value];
        for (const PlacedGlyph& glyph : run->glyphs) {
            line.left = std::min(line.left, (run->origin.x + glyph.x).value);
            line.right = std::max(line.right, (run->origin.x + glyph.x + glyph.advance).value);
        }
    }
    return lines;
}

void expect_an_area_for_each_line(const PagedBook& book, const Page& page) {
    const std::vector<Rect> areas = areas_of(book, page);
    const std::map<double, Extent> lines = linked_lines(book, page);
    ASSERT_EQ(areas.size(), lines.size());
    std::size_t i = 0;
    for (const auto& [baseline, extent] : lines) {
        const Rect& area = areas[i++];
        EXPECT_LT(area.y.value, baseline);
        EXPECT_GT(area.bottom().value, baseline);
        EXPECT_NEAR(area.x.value, extent.left, 0.5);
        EXPECT_NEAR(area.right().value, extent.right, 4);  // a hyphen or a blank at the line's end
    }
}

TEST(LinkAreas, ALinkOverTheEndOfALineHasTwo) {
    SmallArchive small;
    small.note("Title",
               {block(Paragraph{linked(small.prose(9), " words that a reader may touch on two lines ", small.prose(20)),
                                Alignment::none})});
    const PagedBook book = small.lay_out();
    const Page& page = book.pages.back();
    EXPECT_EQ(areas_of(book, page).size(), 2U);
    expect_an_area_for_each_line(book, page);
}

TEST(LinkAreas, ALinkOverTheEndOfAPageHasSomeOnBoth) {
    SmallArchive small;
    Blocks blocks{paragraph(small.prose(340))};
    blocks.push_back(block(Paragraph{linked("Before it ", small.prose(200), " and behind it."), Alignment::none}));
    small.note("Title", std::move(blocks));
    const PagedBook book = small.lay_out();
    std::size_t pages = 0;
    for (std::size_t p = 2; p < book.pages.size(); ++p) {
        if (areas_of(book, book.pages[p]).empty()) continue;
        ++pages;
        expect_an_area_for_each_line(book, book.pages[p]);
    }
    EXPECT_EQ(pages, 2U);
}

}  // namespace
}  // namespace notes_export::layout
