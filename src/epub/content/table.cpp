#include <algorithm>
#include <string>
#include <vector>

#include "document/walk.hpp"
#include "epub/content/content_writer.hpp"

namespace notes_export::epub {
namespace {

/// Characters of a block's text, and those of its longest word.
struct Extent {
    std::size_t length = 0;
    std::size_t longest_word = 0;
};

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

Extent extent_of(const Blocks& blocks) {
    Extent extent;
    for_each_block(
        blocks, [](const Block&) {},
        [&](const Inlines& inlines) {
            const std::string text = plain_text(inlines);
            extent.length += characters(text);
            for (std::size_t begin = 0; begin < text.size();) {
                const std::size_t end = std::min(text.find_first_of(" \n", begin), text.size());
                extent.longest_word =
                    std::max(extent.longest_word, characters(std::string_view(text).substr(begin, end - begin)));
                begin = end + 1;
            }
        });
    return extent;
}

bool spans(const Table& table) {
    const auto spanning = [](const TableRow& row) {
        return std::ranges::any_of(row.cells, [](const TableCell& cell) { return cell.columns > 1 || cell.rows > 1; });
    };
    return std::ranges::any_of(table.head, spanning) || std::ranges::any_of(table.body, spanning);
}

/// Whether a 6-inch screen, which holds about 45 characters a line, could not show the table as one: more than four
/// columns, and cells that would be set a word or less a line.
bool needs_records(const Table& table) {
    constexpr std::size_t line = 45;
    if (table.columns.size() <= 4 || table.head.size() != 1 || table.body.empty() || spans(table)) return false;
    std::vector<Extent> widest(table.columns.size());
    const auto measure = [&](const TableRow& row) {
        for (std::size_t c = 0; c < row.cells.size() && c < widest.size(); ++c) {
            const Extent extent = extent_of(row.cells[c].blocks);
            widest[c].length = std::max(widest[c].length, extent.length);
            widest[c].longest_word = std::max(widest[c].longest_word, extent.longest_word);
        }
    };
    for (const TableRow& row : table.head) measure(row);
    for (const TableRow& row : table.body) measure(row);
    std::size_t words = 0, lengths = 0;
    for (const Extent& extent : widest) {
        words += extent.longest_word + 2;
        lengths += extent.length + 2;
    }
    return words > line || lengths > 6 * line;
}

const char* alignment_class(Alignment alignment) {
    switch (alignment) {
        case Alignment::left:
            return "align-left";
        case Alignment::center:
            return "align-center";
        case Alignment::right:
            return "align-right";
        case Alignment::none:
            return nullptr;
    }
    return nullptr;
}

}  // namespace

void ContentWriter::table(const Table& table) {
    if (needs_records(table)) {
        records(table);
        return;
    }
    open_block("table");
    if (!table.caption.empty()) {
        const Element caption(xml, "caption");
        inlines(table.caption);
    }
    if (!table.head.empty()) table_rows(table.head, "thead");
    if (!table.body.empty()) table_rows(table.body, "tbody");
    xml.close();
}

void ContentWriter::table_rows(const std::vector<TableRow>& rows, const char* group) {
    const bool in_head = std::string_view(group) == "thead";
    const Element element(xml, group);
    for (const TableRow& row : rows) {
        xml.line_break();
        const Element of_row(xml, "tr");
        for (const TableCell& cell : row.cells) table_cell(cell, in_head);
        // A row needs a cell (HTML, 4.9.8).
        if (row.cells.empty()) xml.empty("td");
    }
}

void ContentWriter::table_cell(const TableCell& cell, bool in_head) {
    // A head without words names nothing: who listens to the table would be told of it at each cell.
    const bool heads = cell.header && extent_of(cell.blocks).length > 0;
    const Element element(xml, heads ? "th" : "td");
    if (heads) xml.attribute("scope", in_head ? "col" : "row");
    if (const char* alignment = alignment_class(cell.alignment)) xml.attribute("class", alignment);
    if (cell.columns > 1) xml.attribute("colspan", std::to_string(cell.columns));
    if (cell.rows > 1) xml.attribute("rowspan", std::to_string(cell.rows));
    cell_blocks(cell.blocks);
}

void ContentWriter::cell_blocks(const Blocks& blocks) {
    item_blocks(blocks, blocks.size() == 1);
}

void ContentWriter::records(const Table& table) {
    open_block("div", {{"class", "records"}});
    if (!table.caption.empty()) {
        const Element caption(xml, "p", {{"class", "records-caption"}});
        inlines(table.caption);
    }
    const std::vector<TableCell>& heads = table.head.front().cells;
    const bool repeating = repeating_;
    for (const TableRow& row : table.body) {
        xml.line_break();
        const Element record(xml, "dl", {{"class", "record"}});
        for (std::size_t c = 0; c < std::max(row.cells.size(), heads.size()); ++c) {
            {
                const Element head(xml, "dt");
                repeating_ = repeating || &row != &table.body.front();
                if (c < heads.size()) cell_blocks(heads[c].blocks);
                repeating_ = repeating;
            }
            const Element value(xml, "dd");
            if (c < row.cells.size()) cell_blocks(row.cells[c].blocks);
        }
    }
    xml.close();
}

}  // namespace notes_export::epub
