#include "layout/blocks/table_grid.hpp"

#include <algorithm>
#include <cmath>

namespace notes_export::layout {

TableGrid grid_of(const Table& table) {
    TableGrid grid;
    grid.head_rows = table.head.size();
    grid.rows = table.head.size() + table.body.size();
    grid.columns = table.columns.size();
    std::vector<std::size_t> taken;  // for each column, the first row that is free
    const auto place = [&](const TableRow& row, std::size_t r, std::size_t last_row) {
        std::size_t column = 0;
        for (const TableCell& cell : row.cells) {
            while (column < taken.size() && taken[column] > r) ++column;
            GridCell placed;
            placed.cell = &cell;
            placed.row = r;
            placed.column = column;
            // A browser's own limits (HTML, 4.9.11) are 1000 and 65534; no page has room for as many columns.
            placed.columns = std::clamp<std::size_t>(cell.columns, 1, 200);
            placed.rows = std::clamp<std::size_t>(cell.rows == 0 ? last_row - r : cell.rows, 1, last_row - r);
            placed.alignment = cell.alignment;
            const std::size_t end = column + placed.columns;
            if (taken.size() < end) taken.resize(end, 0);
            for (; column < end; ++column) taken[column] = r + placed.rows;
            grid.columns = std::max(grid.columns, end);
            grid.cells.push_back(placed);
        }
    };
    for (std::size_t r = 0; r < table.head.size(); ++r) place(table.head[r], r, grid.head_rows);
    for (std::size_t r = 0; r < table.body.size(); ++r) place(table.body[r], grid.head_rows + r, grid.rows);
    for (GridCell& cell : grid.cells)
        if (cell.alignment == Alignment::none && cell.column < table.columns.size())
            cell.alignment = table.columns[cell.column];
    return grid;
}

std::vector<Points> share(const std::vector<ColumnWidth>& columns, Points room) {
    std::vector<Points> widths(columns.size());
    Points least, most;
    for (const ColumnWidth& column : columns) {
        least += column.least;
        most += column.most;
    }
    if (columns.empty()) return widths;
    if (most <= room) {
        // What is over is shared as the content is, so that the rules run over the whole measure.
        const Points over = room - most;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const double part = most.value > 0 ? columns[i].most / most : 1.0 / static_cast<double>(columns.size());
            widths[i] = columns[i].most + over * part;
        }
        return widths;
    }
    if (least <= room) {
        // By the square root of what they lack: a column of prose does not starve one of a few words.
        double lacking = 0;
        const auto lack = [](const ColumnWidth& column) {
            return std::sqrt(std::max(0.0, (column.most - column.least).value));
        };
        for (const ColumnWidth& column : columns) lacking += lack(column);
        Points rest = room - least;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const Points given = rest * (lacking > 0 ? lack(columns[i]) / lacking : 0);
            widths[i] = columns[i].least + std::min(given, columns[i].most - columns[i].least);
        }
        Points used;
        for (const Points width : widths) used += width;
        // What short columns did not need goes to those that still lack.
        for (std::size_t i = 0; i < columns.size() && used < room; ++i) {
            const Points more = std::min(columns[i].most - widths[i], room - used);
            widths[i] += more;
            used += more;
        }
        return widths;
    }
    // A common bound for the widest columns, found from the narrowest up.
    std::vector<std::size_t> order(columns.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return columns[i].least.value; });
    Points rest = room;
    for (std::size_t k = 0; k < order.size(); ++k) {
        const Points fair = rest / static_cast<double>(order.size() - k);
        widths[order[k]] = std::min(columns[order[k]].least, fair);
        rest -= widths[order[k]];
    }
    return widths;
}

}  // namespace notes_export::layout
