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

namespace {

Points sum_of(const std::vector<Points>& widths) {
    Points sum;
    for (const Points width : widths) sum += width;
    return sum;
}

std::vector<Points> each(const std::vector<ColumnWidth>& columns, Points (*width)(const ColumnWidth&)) {
    std::vector<Points> widths;
    widths.reserve(columns.size());
    for (const ColumnWidth& column : columns) widths.push_back(width(column));
    return widths;
}

/// What is over is shared as the content is, so that the rules run over the whole measure.
std::vector<Points> spread(std::vector<Points> widths, Points room) {
    const Points sum = sum_of(widths);
    const Points over = room - sum;
    for (Points& width : widths)
        width += over * (sum.value > 0 ? width / sum : 1.0 / static_cast<double>(widths.size()));
    return widths;
}

/// Shares of what is over the least widths, by the square root of what each column lacks: one of prose does not starve
/// one of a few words. What short columns don't need goes to those that still lack.
std::vector<Points> between(const std::vector<Points>& least, const std::vector<Points>& most, Points room) {
    double lacking = 0;
    const auto lack = [&](std::size_t i) { return std::sqrt(std::max(0.0, (most[i] - least[i]).value)); };
    for (std::size_t i = 0; i < least.size(); ++i) lacking += lack(i);
    const Points rest = room - sum_of(least);
    std::vector<Points> widths = least;
    for (std::size_t i = 0; i < widths.size() && lacking > 0; ++i)
        widths[i] += std::min(rest * (lack(i) / lacking), most[i] - least[i]);
    Points used = sum_of(widths);
    for (std::size_t i = 0; i < widths.size() && used < room; ++i) {
        const Points more = std::min(most[i] - widths[i], room - used);
        widths[i] += more;
        used += more;
    }
    return widths;
}

}  // namespace

std::vector<Points> share(const std::vector<ColumnWidth>& columns, Points room) {
    const auto least = each(columns, [](const ColumnWidth& column) { return column.least; });
    const auto most = each(columns, [](const ColumnWidth& column) { return column.most; });
    if (sum_of(most) <= room) return spread(most, room);
    const auto body =
        each(columns, [](const ColumnWidth& column) { return std::clamp(column.body, column.least, column.most); });
    return sum_of(body) <= room ? between(body, most, room) : between(least, body, room);
}

}  // namespace notes_export::layout
