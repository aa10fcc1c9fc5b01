/// Tables: columns by their content; smaller type, broken addresses, and at last records when they are too wide.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "layout/blocks/blocks.hpp"
#include "layout/blocks/inlines.hpp"
#include "layout/blocks/table_grid.hpp"

namespace notes_export::layout {
namespace {

struct TableLook {
    Points size, leading, gap, above, below;
};

constexpr double usual_gap = 11;  ///< between columns, in points at the usual size

/// `part`: of the size that tables have when there is room.
TableLook look_of(const Compositor& compositor, double part, double gap = usual_gap) {
    const double ratio = part * (compositor.design().table_size / compositor.pt(8.8));
    return {compositor.pt(8.8 * ratio), compositor.pt(12.4 * ratio), compositor.pt(gap * ratio), compositor.pt(3.2),
            compositor.pt(3.6)};
}

Frame cell_frame(const Frame& frame, const TableLook& look, const GridCell& cell, Points x, Points width) {
    Frame inner = frame;
    inner.x = x;
    inner.width = width;
    inner.leading = look.leading;
    inner.paragraph_space = look.leading / 4;
    inner.text = label_style(frame, look.size, cell.cell->header);
    inner.text.features.tabular_figures = true;
    inner.text.underline = frame.text.underline;
    inner.flush = true;
    switch (cell.alignment) {
        case Alignment::none:
        case Alignment::left:
            inner.setting = Setting::ragged;
            break;
        case Alignment::center:
            inner.setting = Setting::centered;
            break;
        case Alignment::right:
            inner.setting = Setting::right;
            break;
    }
    return inner;
}

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

std::vector<ColumnWidth> measured(Compositor& compositor, const TableGrid& grid, const Frame& frame,
                                  const TableLook& look) {
    const auto state = compositor.state();
    std::vector<ColumnWidth> columns(grid.columns);
    // A long table is measured by a part of its rows: its columns are wide enough after a few hundred.
    std::vector<std::pair<const GridCell*, ContentWidths>> spanning;
    for (const GridCell& cell : grid.cells) {
        const Frame inner = cell_frame(frame, look, cell, {}, frame.width);
        const ContentWidths found = widths_of(compositor, cell.cell->blocks, inner);
        compositor.back_to(state);
        if (cell.columns > 1) {
            spanning.emplace_back(&cell, found);
            continue;
        }
        ColumnWidth& column = columns[cell.column];
        column.least = std::max(column.least, found.least);
        column.parted = std::max(column.parted, found.parted);
        column.most = std::max(column.most, found.most);
        if (!cell.cell->header) column.body = std::max(column.body, found.most);
    }
    for (const auto& [cell, found] : spanning) {
        ColumnWidth sum;
        for (std::size_t c = cell->column; c < cell->column + cell->columns; ++c) {
            sum.least += columns[c].least;
            sum.parted += columns[c].parted;
            sum.most += columns[c].most;
        }
        const auto n = static_cast<double>(cell->columns);
        const Points gaps = look.gap * (n - 1);
        const Points least = std::max(Points{}, found.least - gaps - sum.least) / n;
        const Points parted = std::max(Points{}, found.parted - gaps - sum.parted) / n;
        const Points most = std::max(Points{}, found.most - gaps - sum.most) / n;
        for (std::size_t c = cell->column; c < cell->column + cell->columns; ++c) {
            columns[c].least += least;
            columns[c].parted += parted;
            columns[c].most += std::max(most, least);
            if (!cell->cell->header) columns[c].body = columns[c].most;
        }
    }
    for (ColumnWidth& column : columns) {
        column.least = std::max(column.least, look.size * 0.6);
        column.most = std::max(column.most, column.least);
    }
    return columns;
}

struct Columns {
    TableLook look;
    std::vector<Points> x, width;
};

/// A column narrower than this (about ten letters) in which a cell has more lines than these.
constexpr double cramped_ems = 5, cramped_lines = 4;

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

/// Nothing when the table can only be set as records.
std::optional<Columns> fitted(Compositor& compositor, const TableGrid& grid, const Frame& frame) {
    struct Size {
        double part, gap;
    };
    constexpr Size smallest{0.85, 7.5};
    for (const Size& size : {Size{1, usual_gap}, Size{0.92, usual_gap}, Size{0.85, usual_gap}, smallest}) {
        const TableLook look = look_of(compositor, size.part, size.gap);
        const Points room = frame.width - look.gap * static_cast<double>(grid.columns - 1);
        if (room < compositor.pt(20)) return std::nullopt;
        std::vector<ColumnWidth> wanted = measured(compositor, grid, frame, look);
        const bool last = size.gap == smallest.gap;
        if (least_of(wanted) > room) {
            if (!last) continue;
            wanted = parted(std::move(wanted), room);
            if (least_of(wanted) > room) return std::nullopt;
        }
        Columns columns{look, {}, share(wanted, room)};
        // Sentences in a column of a word or two a line: smaller type may help, records will.
        const bool cramped = std::ranges::any_of(wanted, [&](const ColumnWidth& column) {
            const Points width = columns.width[static_cast<std::size_t>(&column - wanted.data())];
            return width < look.size * cramped_ems && column.most > width * cramped_lines;
        });
        if (cramped && last) return std::nullopt;
        if (cramped) continue;
        Points x = frame.mirrored() ? frame.x + frame.width : frame.x;
        for (const Points width : columns.width) {
            if (frame.mirrored()) x -= width;
            columns.x.push_back(x);
            x += frame.mirrored() ? -look.gap : width + look.gap;
        }
        return columns;
    }
    return std::nullopt;
}

struct SetCell {
    const GridCell* cell;
    Galley galley;
};

Fill rule_at(const Frame& frame, Points y, Points thickness, double grey) {
    return Fill{{frame.x, y, frame.width, thickness}, {grey}, {}, {}};
}

/// Rows that a spanning cell ties together are one group; most groups are one row.
class Rows {
public:
    Rows(Compositor& compositor, const Frame& frame, const Columns& columns)
        : compositor_(compositor), frame_(frame), columns_(columns) {}

    void set_group(const TableGrid& grid, std::size_t first_cell, std::size_t last_cell, std::size_t first_row,
                   std::size_t last_row, const std::vector<ElementId>& row_elements, bool head,
                   std::uint32_t repeated) {
        std::vector<SetCell> cells;
        for (std::size_t i = first_cell; i < last_cell; ++i)
            cells.push_back({&grid.cells[i], set_cell(grid.cells[i], row_elements[grid.cells[i].row], head)});
        std::vector<Points> heights(last_row - first_row, columns_.look.leading);
        for (const SetCell& cell : cells)
            if (cell.cell->rows == 1) {
                Points& height = heights[cell.cell->row - first_row];
                height = std::max(height, height_of(cell.galley));
            }
        for (const SetCell& cell : cells) {
            if (cell.cell->rows == 1) continue;
            Points sum;
            for (std::size_t r = 0; r < cell.cell->rows; ++r) sum += heights[cell.cell->row - first_row + r];
            sum += padding() * static_cast<double>(cell.cell->rows - 1);
            const Points lacking = height_of(cell.galley) - sum;
            if (lacking.value > 0) heights[cell.cell->row - first_row + cell.cell->rows - 1] += lacking;
        }
        Points whole;
        for (const Points height : heights) whole += height + padding();
        if (whole > compositor_.design().height * 0.45) {
            set_divided(std::move(cells), repeated);
            return;
        }
        Strip strip;
        Points y;
        for (std::size_t r = 0; r < heights.size(); ++r) {
            for (SetCell& cell : cells) {
                if (cell.cell->row - first_row != r) continue;
                Strip content = joined(std::move(cell.galley));
                if (strip.baseline.value == 0) strip.baseline = y + columns_.look.above + content.baseline;
                add_strip(strip, std::move(content), {{}, y + columns_.look.above});
            }
            y += heights[r] + padding();
            if (r + 1 < heights.size()) strip.items.push_back(rule_at(frame_, y - hairline(), hairline(), 0.65));
        }
        strip.height = y;
        strip.head = repeated;
        strip.break_cost = 8;
        compositor_.add(std::move(strip));
    }

    Points hairline() const { return compositor_.pt(0.4); }

private:
    Points padding() const { return columns_.look.above + columns_.look.below; }

    Galley set_cell(const GridCell& cell, ElementId row, bool head) {
        const bool header = head || cell.cell->header;
        const ElementId element = compositor_.element(header ? Role::table_header : Role::table_data, row);
        Element& made = compositor_.elements[element.value];
        made.columns = static_cast<std::uint32_t>(cell.columns);
        made.rows = static_cast<std::uint32_t>(cell.rows);
        if (header) made.scope = head ? HeaderScope::column : HeaderScope::row;
        Points width = columns_.look.gap * static_cast<double>(cell.columns - 1);
        for (std::size_t c = 0; c < cell.columns; ++c) width += columns_.width[cell.column + c];
        const std::size_t leftmost = frame_.mirrored() ? cell.column + cell.columns - 1 : cell.column;
        Frame inner = cell_frame(frame_, columns_.look, cell, columns_.x[leftmost], width);
        inner.parent = element;
        if (head) inner.text.font.bold = true;
        Galley galley = compositor_.apart([&] {
            const bool plain =
                cell.cell->blocks.size() == 1 && std::holds_alternative<Paragraph>(cell.cell->blocks.front().node);
            if (plain && cell.cell->blocks.front().anchors.empty()) {
                // A cell's only paragraph needs no element of its own.
                const auto& paragraph = std::get<Paragraph>(cell.cell->blocks.front().node);
                auto pieces = pieces_of(compositor_, paragraph.children, inner, element);
                if (!pieces.empty()) set_pieces(compositor_, std::move(pieces), inner);
            } else {
                set_blocks(compositor_, cell.cell->blocks, inner);
                flush_run_in(compositor_, inner);
            }
        });
        if (!galley.strips.empty()) galley.strips.front().space_before = {};
        return galley;
    }

    /// A row too tall to be kept whole goes line by line: the nth strip of each cell side by side.
    void set_divided(std::vector<SetCell> cells, std::uint32_t repeated) {
        std::size_t lines = 0;
        for (SetCell& cell : cells) {
            for (const Band& band : std::exchange(cell.galley.bands, {}))
                for (std::size_t i = band.first; i <= band.last && i < cell.galley.strips.size(); ++i) {
                    Strip& strip = cell.galley.strips[i];
                    strip.items.insert(strip.items.begin(),
                                       Fill{{band.x, {}, band.width, strip.height}, band.grey, {}, {}});
                    for (LateNumber& late : strip.late) ++late.number.item;
                }
            lines = std::max(lines, cell.galley.strips.size());
        }
        for (std::size_t i = 0; i < lines; ++i) {
            Strip strip;
            for (SetCell& cell : cells) {
                if (i >= cell.galley.strips.size()) continue;
                Strip& part = cell.galley.strips[i];
                strip.height = std::max(strip.height, part.space_before + part.height);
                strip.baseline = std::max(strip.baseline, part.space_before + part.baseline);
                const Points y = part.space_before;
                add_strip(strip, std::move(part), {{}, y});
            }
            if (i == 0) pad_above(strip, columns_.look.above);
            if (i + 1 == lines) strip.height += columns_.look.below;
            strip.head = repeated;
            if (i > 0) strip.break_cost = i == 1 || i + 1 == lines ? break_costs::widow : 30;
            compositor_.add(std::move(strip));
        }
    }

    Compositor& compositor_;
    const Frame& frame_;
    const Columns& columns_;
};

void set_caption(Compositor& compositor, const Table& table, const Frame& frame, ElementId parent) {
    if (table.caption.empty()) return;
    const ElementId element = compositor.element(Role::caption, parent);
    Frame inner = frame;
    inner.leading = compositor.pt(11.4);
    inner.setting = Setting::ragged;
    inner.text = label_style(frame, compositor.pt(8.4));
    inner.text.grey = {0.25};
    const std::size_t first = set_pieces(compositor, pieces_of(compositor, table.caption, inner, element), inner);
    compositor.keep_together(first, break_costs::heading);
    compositor.keep_with_next();
    compositor.space(compositor.pt(3));
}

void set_columns(Compositor& compositor, const Table& table, const TableGrid& grid, const Frame& frame,
                 const Columns& columns) {
    const ElementId element = compositor.element(Role::table, frame.parent);
    set_caption(compositor, table, frame, element);
    std::vector<ElementId> row_elements;
    const ElementId head_element = compositor.element(Role::table_head, element);
    const ElementId body_element = compositor.element(Role::table_body, element);
    for (std::size_t r = 0; r < grid.rows; ++r)
        row_elements.push_back(compositor.element(Role::table_row, r < grid.head_rows ? head_element : body_element));

    Rows rows(compositor, frame, columns);
    const Points heavy = compositor.pt(0.8);
    const std::size_t first = compositor.next();
    std::uint32_t repeated = UINT32_MAX;
    std::size_t cell = 0;
    bool body_begun = false;
    for (std::size_t r = 0; r < grid.rows;) {
        // The group ends where no cell reaches over.
        std::size_t end = r + 1, last = cell;
        for (; last < grid.cells.size() && grid.cells[last].row < end; ++last)
            end = std::max(end, grid.cells[last].row + grid.cells[last].rows);
        const bool head = r < grid.head_rows;
        const std::size_t before = compositor.next();
        rows.set_group(grid, cell, last, r, end, row_elements, head, head ? UINT32_MAX : repeated);
        auto& strips = compositor.galley().strips;
        const bool ends = end >= grid.rows;
        const bool head_ends = head && end >= grid.head_rows;
        if (strips.size() > before) {
            Strip& bottom = strips.back();
            const Points thickness = ends || head_ends ? heavy : rows.hairline();
            bottom.items.push_back(
                rule_at(frame, bottom.height - thickness, thickness, ends || head_ends ? 0.0 : 0.65));
        }
        if (head_ends) {
            strips[first].items.insert(strips[first].items.begin(), rule_at(frame, {}, heavy, 0));
            for (LateNumber& late : strips[first].late) ++late.number.item;
            compositor.keep_together(first, break_costs::never);
            // Only a head that leaves room for rows is repeated.
            Points height;
            for (std::size_t i = first; i < strips.size(); ++i) height += strips[i].height;
            if (height < compositor.design().height * 0.3) {
                repeated = static_cast<std::uint32_t>(compositor.galley().heads.size());
                compositor.galley().heads.push_back({first, strips.size()});
            }
        } else if (!head && !std::exchange(body_begun, true)) {
            if (grid.head_rows == 0 && before < strips.size()) {
                strips[before].items.insert(strips[before].items.begin(), rule_at(frame, {}, heavy, 0));
                for (LateNumber& late : strips[before].late) ++late.number.item;
            } else if (before < strips.size()) {
                strips[before].break_cost = break_costs::heading;  // a head without its first row
                strips[before].head = UINT32_MAX;
            }
        }
        cell = last;
        r = end;
    }
    auto& strips = compositor.galley().strips;
    if (strips.size() == first) return;
    strips.back().snap = true;
    // A short table stays whole; of a longer one no row stands alone before or behind a break.
    constexpr std::size_t kept_whole = 9;  // eight rows and the head
    const std::size_t count = strips.size() - first;
    if (count <= kept_whole) {
        compositor.keep_together(first, break_costs::within_item);
    } else {
        const std::size_t second = first + grid.head_rows + 1;
        if (second < strips.size()) strips[second].break_cost = std::max(strips[second].break_cost, 150.0);
        strips.back().break_cost = std::max(strips.back().break_cost, 150.0);
    }
}

/// A table too wide for columns: each row a record, each cell behind the head of its column.
void set_records(Compositor& compositor, const Table& table, const TableGrid& grid, const Frame& frame) {
    const ElementId element = compositor.element(Role::list, frame.parent);
    set_caption(compositor, table, frame, element);
    std::vector<std::string> heads(grid.columns);
    for (const GridCell& cell : grid.cells) {
        if (cell.row >= grid.head_rows) break;
        std::string text;
        for (const Block& block : cell.cell->blocks)
            if (const auto* paragraph = std::get_if<Paragraph>(&block.node)) text += plain_text(paragraph->children);
        for (std::size_t c = cell.column; c < std::min(grid.columns, cell.column + cell.columns); ++c)
            if (!text.empty()) heads[c] += (heads[c].empty() ? "" : " · ") + text;
    }
    const TableLook look = look_of(compositor, 1);
    std::size_t row = SIZE_MAX;
    std::size_t first = compositor.next();
    ElementId body;
    const auto end_record = [&] {
        if (row == SIZE_MAX || compositor.next() == first) return;
        Strip& last = compositor.galley().strips.back();
        last.height += look.below;
        last.items.push_back(rule_at(frame, last.height - compositor.pt(0.4), compositor.pt(0.4), 0.65));
        if (compositor.next() - first <= 9) compositor.keep_together(first, break_costs::within_item);
        compositor.space(look.above);
        first = compositor.next();
    };
    for (const GridCell& cell : grid.cells) {
        if (cell.row < grid.head_rows && grid.rows > grid.head_rows) continue;
        if (cell.row != row) {
            end_record();
            row = cell.row;
            body = compositor.element(Role::list_body, compositor.element(Role::list_item, element));
        }
        if (cell.cell->blocks.empty()) continue;
        GridCell left = cell;
        left.alignment = Alignment::none;
        Frame inner = cell_frame(frame, look, left, frame.x, frame.width);
        inner.parent = body;
        inner.paragraph_space = {};
        if (cell.row >= grid.head_rows && !heads[cell.column].empty())
            compositor.run_in = {words(heads[cell.column] + ": ", label_style(frame, look.size, true), body)};
        set_blocks(compositor, cell.cell->blocks, inner);
        flush_run_in(compositor, inner);
    }
    end_record();
    if (!compositor.galley().strips.empty()) compositor.galley().strips.back().snap = true;
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
