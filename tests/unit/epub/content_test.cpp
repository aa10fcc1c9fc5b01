#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "epub/content/content_writer.hpp"
#include "epub/content/rendered_note.hpp"
#include "epub/content/seams.hpp"
#include "epub/note_files.hpp"
#include "given.hpp"

namespace notes_export::epub {
namespace {

std::string written(GivenArchive& given, const Block& block) {
    if (given.archive.notes.empty()) given.note("a", {});
    const Pictures pictures(given.archive.resources.size());
    ContentWriter writer(given.archive, pictures, given.archive.notes.front());
    writer.block(block);
    std::string xhtml = writer.xml.take();
    while (xhtml.ends_with('\n')) xhtml.pop_back();
    return xhtml;
}

std::string written(const Block& block) {
    GivenArchive given;
    return written(given, block);
}

TEST(Content, WritesATightListWithoutParagraphs) {
    List list;
    list.items.resize(1);
    list.items[0].blocks = {paragraph("a")};
    EXPECT_EQ(written({list, {}, {}}), "<ul><li>a</li></ul>");
    list.tight = false;
    EXPECT_EQ(written({list, {}, {}}), "<ul><li><p>a</p>\n</li></ul>");
}

TEST(Content, SaysATaskInACharacterAndInWords) {
    List list;
    list.items.resize(1);
    list.items[0].task = 'x';
    list.items[0].blocks = {paragraph("a")};
    EXPECT_EQ(
        written({list, {}, {}}),
        "<ul class=\"tasks\"><li><span class=\"task-mark\" role=\"img\" aria-label=\"done\" data-state=\"x\">☑</span> "
        "a</li></ul>");
}

TEST(Content, PutsHeadingsBelowTheTitleOfTheNote) {
    Heading heading;
    heading.children = words("a");
    EXPECT_EQ(written({heading, {}, {}}), "<h2>a</h2>");
    heading.level = 6;
    EXPECT_EQ(written({heading, {}, {}}), "<div class=\"heading\" role=\"heading\" aria-level=\"7\">a</div>");
}

TEST(Content, ShowsADeadLinkAsItsText) {
    Link link;
    link.children = words("a");
    link.destination = "gone.md";
    EXPECT_EQ(written({Paragraph{{{link, {}}}}, {}, {}}),
              "<p><span class=\"dead-link\" data-href=\"gone.md\">a</span></p>");
}

TEST(Content, NamesAMissingPicture) {
    Image image;
    image.destination = "gone.png";
    image.alt = "A cat";
    EXPECT_EQ(
        written({Paragraph{{{image, {}}}}, {}, {}}),
        "<p><span class=\"missing-picture\" data-src=\"gone.png\" data-alt=\"A cat\">Picture not in the archive: A "
        "cat (<code>gone.png</code>)</span></p>");
}

TEST(Content, AMissingPictureInAFigureSaysItsWordsOnce) {
    Image image;
    image.destination = "gone.png";
    image.alt = "A cat";
    Figure figure;
    figure.blocks.push_back({Paragraph{{{image, {}}}}, {}, {}});
    EXPECT_EQ(written({std::move(figure), {}, {}}),
              "<figure><p><span class=\"missing-picture\" data-src=\"gone.png\" data-alt=\"A cat\">Picture not in the "
              "archive: A cat (<code>gone.png</code>)</span></p>\n</figure>");
}

TEST(Content, GivesABlockSeveralAnchors) {
    GivenArchive given;
    const NoteId note = given.note("a", {}).id;
    Block block = paragraph("b");
    block.anchors = {{"x", given.anchor(note, "a--x")}, {"y", given.anchor(note, "a--y")}};
    EXPECT_EQ(written(given, block), "<div id=\"a--x\"><p id=\"a--y\">b</p></div>");
}

TEST(Content, SetsAWideTableAsRecords) {
    Table table;
    table.columns.resize(5);
    table.head.resize(1);
    table.body.resize(2);
    for (TableRow* row : {&table.head[0], &table.body[0], &table.body[1]}) {
        row->cells.resize(5);
        for (TableCell& cell : row->cells) cell.blocks = {paragraph("Donaudampfschifffahrt")};
    }
    EXPECT_NE(written({table, {}, {}}).find("<dl class=\"record\"><dt>Donau"), std::string::npos);
    for (TableRow* row : {&table.head[0], &table.body[0], &table.body[1]})
        for (TableCell& cell : row->cells) cell.blocks = {paragraph("ja")};
    EXPECT_NE(written({table, {}, {}}).find("<table>"), std::string::npos);
}

TEST(Content, LetsLongWordsOfAWideTableBreakAtTheirSeams) {
    Table table;
    table.columns.resize(3);
    table.head.resize(1);
    table.body.resize(1);
    for (TableRow* row : {&table.head[0], &table.body[0]}) {
        row->cells.resize(3);
        for (TableCell& cell : row->cells) cell.blocks = {paragraph("a TransactionRequest")};
    }
    EXPECT_NE(written({table, {}, {}}).find("<td>a Transaction<wbr/>Request</td>"), std::string::npos);
    for (TableRow* row : {&table.head[0], &table.body[0]})
        for (TableCell& cell : row->cells) cell.blocks = {paragraph("Donaudampfschifffahrt")};
    EXPECT_NE(written({table, {}, {}}).find("<dl class=\"record\">"), std::string::npos);
}

TEST(Seams, ArePassedOnlyInLongWords) {
    const auto pieces = [](std::string_view text) {
        std::vector<std::string> out;
        for_each_piece(text, [&](std::string_view piece, bool) { out.emplace_back(piece); });
        return out;
    };
    EXPECT_THAT(pieces("etcdserver/rpc.proto"), testing::ElementsAre("etcdserver/", "rpc.", "proto"));
    EXPECT_THAT(pieces("getValue() of"), testing::ElementsAre("getValue()", " ", "of"));
    EXPECT_THAT(pieces("https://example.org"), testing::ElementsAre("https://", "example.org"));
}

TEST(Content, CallsNoEmptyCellAHead) {
    Table table;
    table.columns.resize(2);
    table.head.resize(1);
    table.head[0].cells.resize(2);
    for (TableCell& cell : table.head[0].cells) cell.header = true;
    table.head[0].cells[1].blocks = {paragraph("Jahr")};
    EXPECT_NE(written({table, {}, {}}).find("<td></td><th scope=\"col\">Jahr</th>"), std::string::npos);
}

/// The files of the whole book, by `write_file`.
std::vector<std::string> files(const Archive& archive) {
    const Pictures pictures(archive.resources.size());
    std::vector<RenderedNote> notes;
    for (const Note& note : archive.notes) notes.push_back(render_note(archive, pictures, note));
    FileNames names;
    const Shelves shelves = shelve(archive, notes, names);
    std::vector<std::string> written;
    for (std::uint32_t file = 0; file < shelves.files.size(); ++file)
        written.push_back(write_file({archive, notes, shelves}, file));
    return written;
}

TEST(Files, LeadFootnotesThereAndBack) {
    GivenArchive given;
    Note& note = given.note("a", {{Paragraph{{{FootnoteReference{"1", 0}, {}}}}, {}, {}}});
    Footnote footnote;
    footnote.label = "1";
    footnote.number = footnote.references = 1;
    footnote.blocks = {paragraph("b")};
    note.footnotes.push_back(std::move(footnote));
    const std::string file = files(given.archive).at(0);
    EXPECT_NE(file.find("role=\"doc-noteref\" href=\"#a--note.1\" id=\"a--reference.1\">1</a>"), std::string::npos)
        << file;
    EXPECT_NE(file.find("id=\"a--note.1\"><p><a class=\"back\" href=\"#a--reference.1\""), std::string::npos) << file;
}

TEST(Files, LeadFromOneToTheOther) {
    GivenArchive given;
    given.note("a", {paragraph(std::string_view("x"))});
    static const std::string length(7000, 'x');
    given.note("b", {paragraph(length)});
    Link link;
    link.children = words("to b");
    link.target = given.archive.notes[1].anchor;
    given.archive.notes[0].blocks = {{Paragraph{{{link, {}}}}, {}, {}}};
    const auto written = files(given.archive);
    ASSERT_EQ(written.size(), 2u);
    EXPECT_NE(written[0].find("<a href=\"b.xhtml#b\">to b</a>"), std::string::npos) << written[0];
}

TEST(Files, PartALongNoteAtHeadings) {
    GivenArchive given;
    static const std::string length(90'000, 'x');
    Blocks blocks;
    for (int i = 0; i < 6; ++i) {
        Heading heading;
        heading.children = words("h");
        blocks.push_back({heading, {}, {}});
        blocks.push_back(paragraph(length));
    }
    given.note("a", std::move(blocks));
    const auto written = files(given.archive);
    EXPECT_GE(written.size(), 3u);
    for (const std::string& file : written) EXPECT_LT(file.size(), 250'000u);
    EXPECT_NE(written[1].find("<section class=\"note\">\n\n<h2>"), std::string::npos) << written[1].substr(0, 500);
}

TEST(Files, PartABlockThatIsTooLarge) {
    GivenArchive given;
    static const std::string code = [] {
        std::string lines;
        for (int i = 0; i < 60'000; ++i) lines += "line " + std::to_string(i) + "\n";
        return lines;
    }();
    given.note("a", {{CodeBlock{"", "", code}, {}, {}}});
    std::size_t lines = 0;
    for (const std::string& file : files(given.archive)) {
        EXPECT_LT(file.size(), 250'000u);
        for (std::size_t at = 0; (at = file.find("line ", at)) != std::string::npos; ++at) ++lines;
    }
    EXPECT_EQ(lines, 60'000u);
}

TEST(Files, AreSharedByTheNotesOfAYear) {
    GivenArchive given;
    for (int i = 0; i < 6; ++i) {
        Note& note = given.note("n" + std::to_string(i), {paragraph("x")});
        const int year = 2020 + i / 3;
        note.date = Timestamp{std::chrono::local_days(std::chrono::year(year) / 5 / (i + 1)), false};
    }
    EXPECT_EQ(files(given.archive).size(), 2u);
}

}  // namespace
}  // namespace notes_export::epub
