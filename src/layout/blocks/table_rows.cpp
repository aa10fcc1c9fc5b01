#include "layout/blocks/table_rows.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "layout/blocks/blocks.hpp"
#include "layout/blocks/inlines.hpp"

namespace notes_export::layout {
namespace {

constexpr double tallest_kept_whole = 0.45;  ///< of the page

struct SetCell {
    const GridCell* cell;
    Galley galley;
};

Points padding(const TableLook& look) {
    return look.above + look.below;
}

ElementId element_of_cell(Compositor& compositor, const GridCell& cell, ElementId row, bool head) {
    const bool header = head || cell.cell->header;
    const ElementId element = compositor.element(header ? Role::table_header : Role::table_data, row);
    Element& made = compositor.elements[element.value];
    made.columns = static_cast<std::uint32_t>(cell.columns);
    made.rows = static_cast<std::uint32_t>(cell.rows);
    if (header) made.scope = head ? HeaderScope::column : HeaderScope::row;
    return element;
}

Frame frame_over(const Frame& frame, const Columns& columns, const GridCell& cell) {
    Points width = columns.look.gap * static_cast<double>(cell.columns - 1);
    for (std::size_t c = 0; c < cell.columns; ++c) width += columns.width[cell.column + c];
    const std::size_t leftmost = frame.mirrored() ? cell.column + cell.columns - 1 : cell.column;
    return cell_frame(frame, columns.look, cell, columns.x[leftmost], width);
}

Galley set_cell(Compositor& compositor, const Frame& frame, const Columns& columns, const GridCell& cell, ElementId row,
                bool head) {
    Frame inner = frame_over(frame, columns, cell);
    inner.parent = element_of_cell(compositor, cell, row, head);
    if (head) inner.text.font.bold = true;
    Galley galley = compositor.apart([&] {
        const Blocks& blocks = cell.cell->blocks;
        const bool plain = blocks.size() == 1 && std::holds_alternative<Paragraph>(blocks.front().node);
        if (plain && blocks.front().anchors.empty()) {
            // A cell's only paragraph needs no element of its own.
            const auto& paragraph = std::get<Paragraph>(blocks.front().node);
            auto pieces = pieces_of(compositor, paragraph.children, inner, inner.parent);
            if (!pieces.empty()) set_pieces(compositor, std::move(pieces), inner);
        } else {
            set_blocks(compositor, blocks, inner);
            flush_run_in(compositor, inner);
        }
    });
    if (!galley.strips.empty()) galley.strips.front().space_before = {};
    return galley;
}

/// Of each row of the group; a cell that spans rows widens the last of them where it must.
std::vector<Points> heights_of(const std::vector<SetCell>& cells, const RowGroup& group, const TableLook& look) {
    std::vector<Points> heights(group.last - group.first, look.leading);
    for (const SetCell& set : cells)
        if (set.cell->rows == 1) {
            Points& height = heights[set.cell->row - group.first];
            height = std::max(height, height_of(set.galley));
        }
    for (const SetCell& set : cells) {
        if (set.cell->rows == 1) continue;
        const std::size_t first = set.cell->row - group.first;
        Points sum = padding(look) * static_cast<double>(set.cell->rows - 1);
        for (std::size_t r = 0; r < set.cell->rows; ++r) sum += heights[first + r];
        const Points lacking = height_of(set.galley) - sum;
        if (lacking.value > 0) heights[first + set.cell->rows - 1] += lacking;
    }
    return heights;
}

Strip joined_rows(const Compositor& compositor, const Frame& frame, const TableLook& look, std::vector<SetCell> cells,
                  const std::vector<Points>& heights, std::size_t first_row) {
    const Points hairline = hairline_of(compositor);
    Strip strip;
    for (std::size_t r = 0; r < heights.size(); ++r) {
        for (SetCell& set : cells) {
            if (set.cell->row - first_row != r) continue;
            Strip content = joined(std::move(set.galley));
            if (strip.baseline.value == 0) strip.baseline = strip.height + look.above + content.baseline;
            add_strip(strip, std::move(content), {{}, strip.height + look.above});
        }
        strip.height += heights[r] + padding(look);
        if (r + 1 < heights.size()) strip.items.push_back(rule_at(frame, strip.height - hairline, hairline, 0.65));
    }
    return strip;
}

/// Grounds and rules as items of the strips that they lie beside.
void draw_bands(Galley& galley) {
    for (const Band& band : std::exchange(galley.bands, {}))
        for (std::size_t i = band.first; i <= band.last && i < galley.strips.size(); ++i) {
            Strip& strip = galley.strips[i];
            strip.items.insert(strip.items.begin(), Fill{{band.x, {}, band.width, strip.height}, band.grey, {}, {}});
            for (LateNumber& late : strip.late) ++late.number.item;
        }
}

/// A row too tall to be kept whole goes line by line: the nth strip of each cell side by side.
void set_divided(Compositor& compositor, const TableLook& look, std::vector<SetCell> cells, std::uint32_t repeated) {
    constexpr double between_lines = 30;
    std::size_t lines = 0;
    for (SetCell& set : cells) {
        draw_bands(set.galley);
        lines = std::max(lines, set.galley.strips.size());
    }
    for (std::size_t i = 0; i < lines; ++i) {
        Strip strip;
        for (SetCell& set : cells) {
            if (i >= set.galley.strips.size()) continue;
            Strip& part = set.galley.strips[i];
            const Points y = part.space_before;
            strip.height = std::max(strip.height, y + part.height);
            strip.baseline = std::max(strip.baseline, y + part.baseline);
            add_strip(strip, std::move(part), {{}, y});
        }
        if (i == 0) pad_above(strip, look.above);
        if (i + 1 == lines) strip.height += look.below;
        strip.head = repeated;
        if (i > 0) strip.break_cost = i == 1 || i + 1 == lines ? break_costs::widow : between_lines;
        compositor.add(std::move(strip));
    }
}

}  // namespace

void set_rows(Compositor& compositor, const Frame& frame, const Columns& columns, const RowGroup& group,
              std::span<const ElementId> elements) {
    constexpr double between_rows = 8;
    std::vector<SetCell> cells;
    for (const GridCell& cell : group.cells)
        cells.push_back({&cell, set_cell(compositor, frame, columns, cell, elements[cell.row], group.head)});
    const std::vector<Points> heights = heights_of(cells, group, columns.look);
    Points whole;
    for (const Points height : heights) whole += height + padding(columns.look);
    if (whole > compositor.design().height * tallest_kept_whole) {
        set_divided(compositor, columns.look, std::move(cells), group.repeated);
        return;
    }
    Strip strip = joined_rows(compositor, frame, columns.look, std::move(cells), heights, group.first);
    strip.head = group.repeated;
    strip.break_cost = between_rows;
    compositor.add(std::move(strip));
}

}  // namespace notes_export::layout
