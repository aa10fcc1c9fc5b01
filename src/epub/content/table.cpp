#include <algorithm>
#include <string>
#include <vector>

#include "epub/content/classes.hpp"
#include "epub/content/content_writer.hpp"
#include "epub/content/table_form.hpp"

namespace notes_export::epub {

void ContentWriter::table(const Table& table) {
    const TableForm form = table_form(table);
    if (form == TableForm::records) {
        records(table);
        return;
    }
    const bool outer = std::exchange(break_words_, form == TableForm::broken_words);
    open_block("table");
    if (!table.caption.empty()) {
        const Element caption(xml, "caption");
        inlines(table.caption);
    }
    if (!table.head.empty()) table_rows(table.head, "thead");
    if (!table.body.empty()) table_rows(table.body, "tbody");
    xml.close();
    break_words_ = outer;
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
    const bool heads = cell.header && has_words(cell.blocks);
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
