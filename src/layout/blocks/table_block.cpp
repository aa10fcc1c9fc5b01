/// Tables: columns by their content; smaller type, broken addresses, and at last records when they are too wide.
#include <algorithm>
#include <utility>
#include <vector>

#include "layout/blocks/blocks.hpp"
#include "layout/blocks/table_columns.hpp"
#include "layout/blocks/table_grid.hpp"
#include "layout/blocks/table_records.hpp"
#include "layout/blocks/table_rows.hpp"

namespace notes_export::layout {
namespace {

std::vector<ElementId> row_elements(Compositor& compositor, const TableGrid& grid, ElementId table) {
    const ElementId head = compositor.element(Role::table_head, table);
    const ElementId body = compositor.element(Role::table_body, table);
    std::vector<ElementId> elements;
    elements.reserve(grid.rows);
    for (std::size_t r = 0; r < grid.rows; ++r)
        elements.push_back(compositor.element(Role::table_row, r < grid.head_rows ? head : body));
    return elements;
}

/// A group ends where no cell reaches over.
std::vector<RowGroup> groups_of(const TableGrid& grid) {
    std::vector<RowGroup> groups;
    std::size_t cell = 0;
    for (std::size_t row = 0; row < grid.rows;) {
        std::size_t end = row + 1, last = cell;
        for (; last < grid.cells.size() && grid.cells[last].row < end; ++last)
            end = std::max(end, grid.cells[last].row + grid.cells[last].rows);
        groups.push_back({std::span(grid.cells).subspan(cell, last - cell), row, end, row < grid.head_rows});
        cell = last;
        row = end;
    }
    return groups;
}

/// A rule at the top of the table.
void rule_above(Strip& strip, const Frame& frame, Points thickness) {
    strip.items.insert(strip.items.begin(), rule_at(frame, {}, thickness, 0));
    for (LateNumber& late : strip.late) ++late.number.item;
}

/// The head stays whole. Gives its index among what pages repeat: only one that leaves room for rows is repeated.
std::uint32_t end_head(Compositor& compositor, std::size_t first) {
    constexpr double tallest_repeated = 0.3;  // of the page
    compositor.keep_together(first, break_costs::never);
    Galley& galley = compositor.galley();
    Points height;
    for (std::size_t i = first; i < galley.strips.size(); ++i) height += galley.strips[i].height;
    if (height >= compositor.design().height * tallest_repeated) return UINT32_MAX;
    galley.heads.push_back({first, galley.strips.size()});
    return static_cast<std::uint32_t>(galley.heads.size() - 1);
}

/// A short table stays whole; of a longer one no row stands alone before or behind a break.
void keep_rows(Compositor& compositor, std::size_t first, std::size_t head_rows) {
    constexpr std::size_t kept_whole = 9;  // eight rows and the head
    constexpr double lone_row = 150;
    auto& strips = compositor.galley().strips;
    if (strips.size() - first <= kept_whole) {
        compositor.keep_together(first, break_costs::within_item);
        return;
    }
    const std::size_t second = first + head_rows + 1;
    if (second < strips.size()) strips[second].break_cost = std::max(strips[second].break_cost, lone_row);
    strips.back().break_cost = std::max(strips.back().break_cost, lone_row);
}

void set_columns(Compositor& compositor, const Table& table, const TableGrid& grid, const Frame& frame,
                 const Columns& columns) {
    const ElementId element = compositor.element(Role::table, frame.parent);
    set_caption(compositor, table, frame, element);
    const std::vector<ElementId> elements = row_elements(compositor, grid, element);
    const Points heavy = compositor.pt(0.8), hairline = hairline_of(compositor);
    const std::size_t first = compositor.next();
    auto& strips = compositor.galley().strips;
    std::uint32_t repeated = UINT32_MAX;
    bool body_begun = false;
    for (RowGroup& group : groups_of(grid)) {
        const std::size_t before = compositor.next();
        if (!group.head) group.repeated = repeated;
        set_rows(compositor, frame, columns, group, elements);
        const bool head_ends = group.head && group.last >= grid.head_rows;
        if (strips.size() > before) {
            const bool strong = head_ends || group.last >= grid.rows;
            const Points thickness = strong ? heavy : hairline;
            Strip& bottom = strips.back();
            bottom.items.push_back(rule_at(frame, bottom.height - thickness, thickness, strong ? 0.0 : 0.65));
        }
        if (head_ends) {
            rule_above(strips[first], frame, heavy);
            repeated = end_head(compositor, first);
        } else if (!group.head && !std::exchange(body_begun, true) && strips.size() > before) {
            if (grid.head_rows == 0) {
                rule_above(strips[before], frame, heavy);
            } else {
                strips[before].break_cost = break_costs::heading;  // a head without its first row
                strips[before].head = UINT32_MAX;
            }
        }
    }
    if (strips.size() == first) return;
    strips.back().snap = true;
    keep_rows(compositor, first, grid.head_rows);
}

}  // namespace

void set_block(Compositor& compositor, const Table& table, const Frame& frame) {
    const TableGrid grid = grid_of(table);
    if (grid.cells.empty() || grid.columns == 0) return;
    compositor.space(compositor.design().grid);
    if (const auto columns = fitted(compositor, grid, frame))
        set_columns(compositor, table, grid, frame, *columns);
    else
        set_records(compositor, table, grid, frame);
    compositor.space(compositor.design().grid);
}

}  // namespace notes_export::layout
