// Tables on the pages of a book.
#include <gtest/gtest.h>

#include "unit/layout/geometry.hpp"
#include "unit/layout/small_archive.hpp"

namespace notes_export::layout {
namespace {

TEST(Tables, ATableRepeatsItsHeadOnEachPage) {
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

TEST(Tables, AWideTableBecomesRecordsAndLosesNothing) {
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

TEST(Tables, WordsOfATableAreNotBroken) {
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

bool is_on_one_line(const PagedBook& book, std::string_view words) {
    for (const Page& page : book.pages)
        for (const PageItem& item : page.items)
            if (const auto* run = std::get_if<GlyphRun>(&item); run && run->text.find(words) != std::string::npos)
                return true;
    return false;
}

TEST(Tables, IdentifiersGiveWayToProseBesideThem) {
    SmallArchive small;
    small.note("Title",
               {table_of({"Method", "Request Type", "Response Type", "Description"},
                         {"RoleGrantPermission", "AuthRoleGrantPermissionRequest", "AuthRoleGrantPermissionResponse",
                          "Grants a permission of a specified key or range to a specified role."})});
    const PagedBook book = small.lay_out();
    EXPECT_EQ(page_with(book, "Method: ", 2), SIZE_MAX);
    EXPECT_TRUE(is_on_one_line(book, "Grants a permission"));
    EXPECT_NE(page_with(book, "RoleGrantPermission", 2), SIZE_MAX);
    expect_within_measure(book);
}

TEST(Tables, APictureLeavesTheWordsBesideItTheirRoom) {
    SmallArchive small;
    const std::string drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='1200' height='800'/>";
    Resource resource;
    resource.path = "drawing.svg";
    resource.bytes = drawing;
    small.archive.resources.push_back(resource);
    Table table;
    table.columns = {Alignment::none, Alignment::none};
    TableCell picture;
    Image image;
    image.target = ResourceId{0};
    image.alt = "drawing";
    picture.blocks.push_back(block(Paragraph{{}, Alignment::none}));
    std::get<Paragraph>(picture.blocks.back().node).children.push_back({std::move(image), {}});
    table.body.push_back({{std::move(picture), cell("This code does not compile at all")}});
    small.note("Title", {block(std::move(table))});
    const PagedBook book = small.lay_out();
    EXPECT_TRUE(is_on_one_line(book, "This code does not compile at all"));
    for (const PageItem& item : book.pages[2].items)
        if (const auto* drawn = std::get_if<Picture>(&item)) {
            EXPECT_NEAR(drawn->rect.width.value, 170, 30);
        }
}

TEST(Tables, SevenColumnsOfShortWordsStayATable) {
    SmallArchive small;
    small.note("Title",
               {table_of({"Name", "Version", "Released", "Supported", "Architecture", "Maintainer", "Licence"},
                         {"enterprise", "9.3", "2023-11-07", "until 2032", "powerpc64le", "redhat", "commercial"})});
    const PagedBook book = small.lay_out();
    EXPECT_EQ(page_with(book, "Architecture: ", 2), SIZE_MAX);
    EXPECT_NE(page_with(book, "Architecture", 2), SIZE_MAX);
}

TEST(Tables, ColumnsStandCloserBeforeATableBecomesRecords) {
    SmallArchive small;
    const std::string_view head = "Kubernetes 1.15";
    small.note("Title", {table_of({"Client", head, head, head, head, head, head, head},
                                  {"6.0", "yes", "no", "no", "no", "no", "no", "no"})});
    const PagedBook book = small.lay_out();
    EXPECT_EQ(page_with(book, "Client: ", 2), SIZE_MAX);
    expect_within_measure(book);
}

TEST(Tables, AWordLongerThanAnyWordMayBeBrokenInItsColumn) {
    SmallArchive small;
    const std::string digest(128, 'f');
    small.note("Title", {table_of({"File", "Digest"}, {"archive.zip", digest})});
    const PagedBook book = small.lay_out();
    EXPECT_EQ(page_with(book, "Digest: ", 2), SIZE_MAX);
    EXPECT_EQ(std::ranges::count(body_text(book, book.pages.back()), 'f'), 128);
    expect_within_measure(book);
}

TEST(Tables, SentencesAreNotSetInAColumnOfOneWordALine) {
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

TEST(Tables, ARowTallerThanAPageGoesOnOverleaf) {
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

}  // namespace
}  // namespace notes_export::layout
