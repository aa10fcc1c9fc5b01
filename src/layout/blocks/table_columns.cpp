#include "layout/blocks/table_columns.hpp"

#include <algorithm>
#include <utility>

#include "layout/blocks/cell_widths.hpp"

namespace notes_export::layout {
namespace {

Points least_of(const std::vector<ColumnWidth>& columns) {
    Points least;
    for (const ColumnWidth& column : columns) least += column.least;
    return least;
}

/// What columns need where addresses, code and words longer than any word is (keys, digests) may be broken.
std::vector<ColumnWidth> parted(std::vector<ColumnWidth> columns, Points room) {
    constexpr double longest_word = 0.3;  // of the room: two dozen letters
    for (ColumnWidth& column : columns) column.least = std::min({column.least, column.parted, room * longest_word});
    return columns;
}

/// Two dozen letters a line, or less for text that has no more than so many lines then.
Points comfortable(const ColumnWidth& column, const TableLook& look, double lines) {
    constexpr double comfortable_ems = 13;
    return std::min(look.size * comfortable_ems, column.body / lines);
}

/// Whether a column has many lines for lack of width.
bool is_starved(const std::vector<ColumnWidth>& wanted, const std::vector<Points>& widths, const TableLook& look) {
    constexpr double many_lines = 4, rounding = 0.01;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (widths[i] + Points{rounding} < comfortable(wanted[i], look, many_lines)) return true;
    return false;
}

/// What a column should have where others can give it: short content its line, prose a comfortable width.
Points wish(const ColumnWidth& column, const TableLook& look) {
    constexpr double short_ems = 8, few_lines = 3;
    return column.body <= look.size * short_ems ? column.body : comfortable(column, look, few_lines);
}

/// Where columns of long identifiers and addresses leave too little to the others, they give as much as those lack, at
/// most what they save by being parted.
std::vector<ColumnWidth> yielding(std::vector<ColumnWidth> columns, Points room, const TableLook& look) {
    const auto spare_of = [&](const ColumnWidth& column) {
        return std::max(Points{}, column.least - std::max(column.parted, wish(column, look)));
    };
    Points lacking = -room, spare;
    for (ColumnWidth& column : columns) {
        column.least = std::max(column.least, wish(column, look));
        lacking += column.least;
        spare += spare_of(column);
    }
    if (lacking.value <= 0 || spare.value <= 0) return columns;
    const double share = std::min(1.0, lacking / spare);
    for (ColumnWidth& column : columns) column.least -= spare_of(column) * share;
    return columns;
}

/// Sentences in a column of a word or two a line: smaller type may help, records will.
bool is_cramped(const std::vector<ColumnWidth>& wanted, const std::vector<Points>& widths, const TableLook& look) {
    // A column narrower than this (about ten letters) in which a cell has more lines than these.
    constexpr double cramped_ems = 5, cramped_lines = 4;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (widths[i] < look.size * cramped_ems && wanted[i].most > widths[i] * cramped_lines) return true;
    return false;
}

Points room_of(const TableGrid& grid, const Frame& frame, const TableLook& look) {
    return frame.width - look.gap * static_cast<double>(grid.columns - 1);
}

/// Widths in which no word is parted and prose has room; nothing where there are none.
std::optional<std::vector<Points>> unbroken(const std::vector<ColumnWidth>& wanted, Points room,
                                            const TableLook& look) {
    if (least_of(wanted) > room) return std::nullopt;
    std::vector<Points> widths = share(wanted, room);
    if (is_starved(wanted, widths, look) || is_cramped(wanted, widths, look)) return std::nullopt;
    return widths;
}

/// Widths in which identifiers and addresses go on in the next line where prose needs their room; nothing where even so
/// it has too little.
std::optional<std::vector<Points>> broken(const std::vector<ColumnWidth>& wanted, Points room, const TableLook& look) {
    std::vector<ColumnWidth> yielded = yielding(wanted, room, look);
    if (least_of(yielded) > room) yielded = wanted;
    if (least_of(yielded) > room) yielded = parted(wanted, room);
    if (least_of(yielded) > room) return std::nullopt;
    std::vector<Points> widths = share(yielded, room);
    if (is_cramped(wanted, widths, look)) return std::nullopt;
    return widths;
}

Columns placed(const TableLook& look, const std::vector<Points>& widths, const Frame& frame) {
    Columns columns{look, {}, widths};
    Points x = frame.mirrored() ? frame.x + frame.width : frame.x;
    for (const Points width : columns.width) {
        if (frame.mirrored()) x -= width;
        columns.x.push_back(x);
        x += frame.mirrored() ? -look.gap : width + look.gap;
    }
    return columns;
}

}  // namespace

std::optional<Columns> fitted(Compositor& compositor, const TableGrid& grid, const Frame& frame) {
    constexpr double parts[] = {1, 0.92, 0.85};  // of the usual size
    constexpr double smallest_gap = 7.5;
    TableWidths cells;
    for (const double part : parts) {
        const TableLook look = look_of(compositor, part);
        const Points room = room_of(grid, frame, look);
        if (room < compositor.pt(20)) return std::nullopt;
        cells = measured(compositor, grid, frame, look);
        if (auto widths = unbroken(wanted_widths(cells, room, look), room, look)) return placed(look, *widths, frame);
    }
    TableLook look = look_of(compositor, parts[2], smallest_gap);
    const Points room = room_of(grid, frame, look);
    const std::vector<ColumnWidth> wanted = wanted_widths(cells, room, look);
    if (auto widths = unbroken(wanted, room, look)) return placed(look, *widths, frame);
    look.seams = true;
    if (auto widths = broken(wanted, room, look)) return placed(look, *widths, frame);
    return std::nullopt;
}

}  // namespace notes_export::layout
