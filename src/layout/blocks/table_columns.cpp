#include "layout/blocks/table_columns.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "layout/blocks/blocks.hpp"
#include "layout/blocks/inlines.hpp"

namespace notes_export::layout {
namespace {

/// What a cell's blocks need, found by visiting what has text in them.
ContentWidths widths_of(Compositor& compositor, const Blocks& blocks, const Frame& frame) {
    ContentWidths widths;
    const auto include = [&](ContentWidths found, Points indent) {
        widths.least = std::max(widths.least, found.least + indent);
        widths.parted = std::max(widths.parted, found.parted + indent);
        widths.most = std::max(widths.most, found.most + indent);
    };
    const auto measure = [&](const Inlines& inlines, Points indent) {
        std::vector<Piece> pieces = pieces_of(compositor, inlines, frame, frame.parent);
        if (pieces.empty()) return;
        const ParagraphStyle style = paragraph_style(pieces, frame);
        ContentWidths found = content_widths(pieces, style, compositor.book.fonts);
        const auto is_picture = [](const Piece& piece) { return std::holds_alternative<PicturePiece>(piece); };
        if (std::erase_if(pieces, is_picture) > 0) {
            const Points words = content_widths(pieces, style, compositor.book.fonts).parted;
            found.parted = std::min(found.parted, std::max(words, compositor.pt(40)));
        }
        include(found, indent);
    };
    for (const Block& block : blocks) {
        std::visit(
            [&](const auto& node) {
                if constexpr (requires { node.summary; }) measure(node.summary, compositor.pt(13));
                if constexpr (requires { node.children; }) measure(node.children, {});
                if constexpr (requires { node.blocks; })
                    include(widths_of(compositor, node.blocks, frame), compositor.pt(4));
                if constexpr (requires { node.numbering; }) {
                    for (const ListItem& item : node.items)
                        include(widths_of(compositor, item.blocks, frame), compositor.pt(18));
                } else if constexpr (requires { node.info; }) {
                    include({compositor.pt(60), compositor.pt(60), compositor.pt(200)}, {});
                } else if constexpr (requires { node.head; }) {
                    include({compositor.pt(90), compositor.pt(90), compositor.pt(300)}, {});
                }
            },
            block.node);
    }
    return widths;
}

/// Widths that the cells of a table ask for, in one size of type.
struct CellWidths {
    struct Spanning {
        const GridCell* cell;
        ContentWidths widths;
    };
    std::vector<ColumnWidth> columns;  ///< by the cells of one column each
    std::vector<Spanning> spanning;
};

CellWidths measured(Compositor& compositor, const TableGrid& grid, const Frame& frame, const TableLook& look) {
    const auto state = compositor.state();
    CellWidths widths;
    widths.columns.resize(grid.columns);
    for (const GridCell& cell : grid.cells) {
        Frame inner = cell_frame(frame, look, cell, {}, frame.width);
        inner.text.seams = true;  // for the width of a column that is parted
        const ContentWidths found = widths_of(compositor, cell.cell->blocks, inner);
        compositor.back_to(state);
        if (cell.columns > 1) {
            widths.spanning.push_back({&cell, found});
            continue;
        }
        ColumnWidth& column = widths.columns[cell.column];
        column.least = std::max(column.least, found.least);
        column.parted = std::max(column.parted, found.parted);
        column.most = std::max(column.most, found.most);
        if (!cell.cell->header) column.body = std::max(column.body, found.most);
    }
    return widths;
}

/// Columns below a spanning cell share what it needs beyond them.
void widen_below(std::span<ColumnWidth> columns, const ContentWidths& needed, Points gap, bool header) {
    ColumnWidth sum;
    for (const ColumnWidth& column : columns) {
        sum.least += column.least;
        sum.parted += column.parted;
        sum.most += column.most;
    }
    const auto n = static_cast<double>(columns.size());
    const Points gaps = gap * (n - 1);
    const Points least = std::max(Points{}, needed.least - gaps - sum.least) / n;
    const Points parted = std::max(Points{}, needed.parted - gaps - sum.parted) / n;
    const Points most = std::max(Points{}, needed.most - gaps - sum.most) / n;
    for (ColumnWidth& column : columns) {
        column.least += least;
        column.parted += parted;
        column.most += std::max(most, least);
        if (!header) column.body = column.most;
    }
}

std::vector<ColumnWidth> wanted_widths(const CellWidths& cells, const TableLook& look) {
    std::vector<ColumnWidth> columns = cells.columns;
    for (const auto& [cell, widths] : cells.spanning)
        widen_below(std::span(columns).subspan(cell->column, cell->columns), widths, look.gap, cell->cell->header);
    for (ColumnWidth& column : columns) {
        column.least = std::max(column.least, look.size * 0.6);
        column.most = std::max(column.most, column.least);
    }
    return columns;
}

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
    std::optional<CellWidths> cells;
    for (const double part : parts) {
        const TableLook look = look_of(compositor, part);
        const Points room = room_of(grid, frame, look);
        if (room < compositor.pt(20)) return std::nullopt;
        cells = measured(compositor, grid, frame, look);
        if (auto widths = unbroken(wanted_widths(*cells, look), room, look)) return placed(look, *widths, frame);
    }
    TableLook look = look_of(compositor, parts[2], smallest_gap);
    const Points room = room_of(grid, frame, look);
    const std::vector<ColumnWidth> wanted = wanted_widths(*cells, look);
    if (auto widths = unbroken(wanted, room, look)) return placed(look, *widths, frame);
    look.seams = true;
    if (auto widths = broken(wanted, room, look)) return placed(look, *widths, frame);
    return std::nullopt;
}

}  // namespace notes_export::layout
