#include "layout/blocks/cell_widths.hpp"

#include <algorithm>
#include <span>

#include "layout/blocks/blocks.hpp"
#include "layout/blocks/inlines.hpp"

namespace notes_export::layout {
namespace {

void include(CellWidths& widths, const CellWidths& found, Points indent) {
    widths.words.least = std::max(widths.words.least, found.words.least + indent);
    widths.words.parted = std::max(widths.words.parted, found.words.parted + indent);
    widths.words.most = std::max(widths.words.most, found.words.most + indent);
    if (found.pictures.value > 0) widths.pictures = std::max(widths.pictures, found.pictures + indent);
}

/// Pictures go into any width: as small as a sign, but no smaller.
CellWidths widths_of(Compositor& compositor, const Inlines& inlines, const Frame& frame) {
    std::vector<Piece> pieces = pieces_of(compositor, inlines, frame, frame.parent);
    if (pieces.empty()) return {};
    const ParagraphStyle style = paragraph_style(pieces, frame);
    CellWidths widths{content_widths(pieces, style, compositor.book.fonts), {}};
    Points widest;
    for (const Piece& piece : pieces)
        if (const auto* picture = std::get_if<PicturePiece>(&piece)) widest = std::max(widest, picture->size.width);
    if (widest.value == 0) return widths;
    const Points smallest = std::min(compositor.pt(40), widest);
    widths.pictures = widths.words.most;
    std::erase_if(pieces, [](const Piece& piece) { return std::holds_alternative<PicturePiece>(piece); });
    widths.words = content_widths(pieces, style, compositor.book.fonts);
    widths.words.least = std::max(widths.words.least, smallest);
    widths.words.parted = std::max(widths.words.parted, smallest);
    widths.words.most = std::max(widths.words.most, smallest);
    return widths;
}

/// Found by visiting what has text in it.
CellWidths widths_of(Compositor& compositor, const Blocks& blocks, const Frame& frame) {
    CellWidths widths;
    const auto inlines = [&](const Inlines& of, Points indent) {
        include(widths, widths_of(compositor, of, frame), indent);
    };
    for (const Block& block : blocks) {
        std::visit(
            [&](const auto& node) {
                if constexpr (requires { node.summary; }) inlines(node.summary, compositor.pt(13));
                if constexpr (requires { node.children; }) inlines(node.children, {});
                if constexpr (requires { node.blocks; })
                    include(widths, widths_of(compositor, node.blocks, frame), compositor.pt(4));
                if constexpr (requires { node.numbering; }) {
                    for (const ListItem& item : node.items)
                        include(widths, widths_of(compositor, item.blocks, frame), compositor.pt(18));
                } else if constexpr (requires { node.info; }) {
                    include(widths, {{compositor.pt(60), compositor.pt(60), compositor.pt(200)}, {}}, {});
                } else if constexpr (requires { node.head; }) {
                    include(widths, {{compositor.pt(90), compositor.pt(90), compositor.pt(300)}, {}}, {});
                }
            },
            block.node);
    }
    return widths;
}

/// Columns below a spanning cell share what it needs beyond them.
void widen_below(std::span<ColumnWidth> columns, const CellWidths& needed, Points gap, bool header) {
    ColumnWidth sum;
    for (const ColumnWidth& column : columns) {
        sum.least += column.least;
        sum.parted += column.parted;
        sum.most += column.most;
    }
    const auto n = static_cast<double>(columns.size());
    const Points gaps = gap * (n - 1);
    const auto lacking = [&](Points wanted, Points given) { return std::max(Points{}, wanted - gaps - given) / n; };
    const Points least = lacking(needed.words.least, sum.least);
    const Points parted = lacking(needed.words.parted, sum.parted);
    const Points most = lacking(std::max(needed.words.most, needed.pictures), sum.most);
    for (ColumnWidth& column : columns) {
        column.least += least;
        column.parted += parted;
        column.most += std::max(most, least);
        if (!header) column.body = column.most;
    }
}

/// Widens columns for their pictures.
void make_room_for_pictures(std::vector<ColumnWidth>& columns, const std::vector<TableWidths::Column>& of,
                            Points room) {
    Points left = room;
    std::size_t with_pictures = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool pictures = of[i].pictures > columns[i].most;
        with_pictures += pictures ? 1 : 0;
        if (!pictures) left -= columns[i].most;
    }
    if (with_pictures == 0) return;
    const Points widest =
        std::max(room / static_cast<double>(columns.size()), left / static_cast<double>(with_pictures));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Points wanted = std::min(of[i].pictures, widest);
        columns[i].most = std::max(columns[i].most, wanted);
        columns[i].body = std::max(columns[i].body, wanted);
    }
}

}  // namespace

TableWidths measured(Compositor& compositor, const TableGrid& grid, const Frame& frame, const TableLook& look) {
    const auto state = compositor.state();
    TableWidths widths;
    widths.columns.resize(grid.columns);
    for (const GridCell& cell : grid.cells) {
        Frame inner = cell_frame(frame, look, cell, {}, frame.width);
        inner.text.seams = true;  // for the width of a column that is parted
        const CellWidths found = widths_of(compositor, cell.cell->blocks, inner);
        compositor.back_to(state);
        if (cell.columns > 1) {
            widths.spanning.push_back({&cell, found});
            continue;
        }
        auto& [words, pictures] = widths.columns[cell.column];
        words.least = std::max(words.least, found.words.least);
        words.parted = std::max(words.parted, found.words.parted);
        words.most = std::max(words.most, found.words.most);
        if (!cell.cell->header) words.body = std::max(words.body, found.words.most);
        pictures = std::max(pictures, found.pictures);
    }
    return widths;
}

std::vector<ColumnWidth> wanted_widths(const TableWidths& widths, Points room, const TableLook& look) {
    std::vector<ColumnWidth> columns;
    columns.reserve(widths.columns.size());
    for (const TableWidths::Column& column : widths.columns) columns.push_back(column.words);
    for (const auto& [cell, needed] : widths.spanning)
        widen_below(std::span(columns).subspan(cell->column, cell->columns), needed, look.gap, cell->cell->header);
    for (ColumnWidth& column : columns) {
        column.least = std::max(column.least, look.size * 0.6);
        column.most = std::max(column.most, column.least);
    }
    make_room_for_pictures(columns, widths.columns, room);
    return columns;
}

}  // namespace notes_export::layout
