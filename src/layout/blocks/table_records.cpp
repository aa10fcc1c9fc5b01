#include "layout/blocks/table_records.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "layout/blocks/blocks.hpp"
#include "layout/blocks/inlines.hpp"

namespace notes_export::layout {

namespace {

/// What stands above each column, in one line.
std::vector<std::string> heads_of(const TableGrid& grid) {
    std::vector<std::string> heads(grid.columns);
    for (const GridCell& cell : grid.cells) {
        if (cell.row >= grid.head_rows) break;
        std::string text;
        for (const Block& block : cell.cell->blocks)
            if (const auto* paragraph = std::get_if<Paragraph>(&block.node)) text += plain_text(paragraph->children);
        for (std::size_t c = cell.column; c < std::min(grid.columns, cell.column + cell.columns); ++c)
            if (!text.empty()) heads[c] += (heads[c].empty() ? "" : " · ") + text;
    }
    return heads;
}

void set_cell(Compositor& compositor, const GridCell& cell, const Frame& frame, const TableLook& look, ElementId record,
              const std::string& head) {
    if (cell.cell->blocks.empty()) return;
    GridCell left = cell;
    left.alignment = Alignment::none;
    Frame inner = cell_frame(frame, look, left, frame.x, frame.width);
    inner.parent = record;
    inner.paragraph_space = {};
    if (!head.empty()) compositor.run_in = {words(head + ": ", label_style(frame, look.size, true), record)};
    set_blocks(compositor, cell.cell->blocks, inner);
    flush_run_in(compositor, inner);
}

/// A hairline below what was set from `first` on.
void end_record(Compositor& compositor, std::size_t first, const Frame& frame, const TableLook& look) {
    constexpr std::size_t kept_whole = 9;
    if (compositor.next() == first) return;
    const Points hairline = hairline_of(compositor);
    Strip& last = compositor.galley().strips.back();
    last.height += look.below;
    last.items.push_back(rule_at(frame, last.height - hairline, hairline, 0.65));
    if (compositor.next() - first <= kept_whole) compositor.keep_together(first, break_costs::within_item);
    compositor.space(look.above);
}

}  // namespace

void set_records(Compositor& compositor, const Table& table, const TableGrid& grid, const Frame& frame) {
    const ElementId element = compositor.element(Role::list, frame.parent);
    set_caption(compositor, table, frame, element);
    const std::vector<std::string> heads = heads_of(grid);
    const TableLook look = look_of(compositor, 1);
    const bool heads_alone = grid.rows == grid.head_rows;
    for (std::size_t i = 0; i < grid.cells.size();) {
        const std::size_t row = grid.cells[i].row, first = compositor.next();
        const bool head = row < grid.head_rows;
        if (head && !heads_alone) {
            ++i;
            continue;
        }
        const ElementId record = compositor.element(Role::list_body, compositor.element(Role::list_item, element));
        for (; i < grid.cells.size() && grid.cells[i].row == row; ++i)
            set_cell(compositor, grid.cells[i], frame, look, record, head ? "" : heads[grid.cells[i].column]);
        end_record(compositor, first, frame, look);
    }
    if (!compositor.galley().strips.empty()) compositor.galley().strips.back().snap = true;
}

}  // namespace notes_export::layout
