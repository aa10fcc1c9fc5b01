#include "markdown/close_block.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "markdown/covering.hpp"
#include "markdown/paragraphs.hpp"

namespace notes_export::markdown {
namespace {

/// The inlines of blocks that stand where only inlines may.
Inlines joined(Blocks&& blocks) {
    Inlines all;
    for (Block& block : blocks) {
        Inlines part;
        if (auto* paragraph = std::get_if<Paragraph>(&block.node)) part = std::move(paragraph->children);
        if (auto* heading = std::get_if<Heading>(&block.node)) part = std::move(heading->children);
        if (auto* figure = std::get_if<Figure>(&block.node)) part = joined(std::move(figure->blocks));
        if (part.empty()) continue;
        if (!all.empty()) all.push_back({LineBreak{}, {part.front().span.begin, part.front().span.begin}});
        all.insert(all.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
    }
    return all;
}

bool all_inline(const Blocks& blocks) {
    return std::all_of(blocks.begin(), blocks.end(), [](const Block& block) {
        const auto* figure = std::get_if<Figure>(&block.node);
        return std::holds_alternative<Paragraph>(block.node) || std::holds_alternative<Heading>(block.node) ||
               (figure && figure->caption.empty() && all_inline(figure->blocks));
    });
}

/// HTML's own bound (4.9.11).
constexpr std::size_t most_columns = 1000;

std::size_t width(const TableRow& row) {
    std::size_t columns = 0;
    for (const TableCell& cell : row.cells) columns += cell.columns;
    return columns;
}

/// A first row of nothing but header cells is a head, whether or not it says `thead`.
bool is_head(const TableRow& row) {
    return !row.cells.empty() && std::all_of(row.cells.begin(), row.cells.end(),
                                             [](const TableCell& cell) { return cell.header && cell.rows == 1; });
}

bool is_empty(const TableRow& row) {
    return std::ranges::all_of(row.cells, [](const TableCell& cell) { return cell.blocks.empty(); });
}

/// A block that closes, and the one it closes into.
class Closing {
public:
    Closing(OpenBlock& parent, OpenBlock& frame, Inlines&& inlines, std::uint32_t position, Arena& arena)
        : parent_(parent),
          frame_(frame),
          block_(frame.block),
          inlines_(std::move(inlines)),
          here_{position, position},
          arena_(arena) {}

    void close() {
        block_.span = span();
        switch (frame_.part) {
            case Part::paragraph:
                return paragraph();
            case Part::heading:
                return heading();
            case Part::list:
                return list();
            case Part::item:
                return item();
            case Part::quote:
                return parent_.put(quote_or_callout(std::move(frame_.blocks), std::move(block_), arena_));
            case Part::table:
                return table();
            case Part::table_head:
                splice();
                std::move(frame_.rows.begin(), frame_.rows.end(), std::back_inserter(parent_.head));
                return;
            case Part::row:
                return row();
            case Part::cell:
                return cell();
            case Part::caption:
                return title(Part::table);
            case Part::summary:
                return title(Part::details);
            case Part::figure_caption:
                return title(Part::figure);
            case Part::details:
                return details();
            case Part::figure:
                return figure();
            case Part::definitions:
                return definitions();
            case Part::term:
                return term();
            case Part::definition:
                return definition();
            case Part::division:
                return division();
            case Part::transparent:
                return transparent();
        }
    }

private:
    SourceSpan span() const {
        if (!inlines_.empty()) return covering(inlines_);
        if (!frame_.blocks.empty()) return covering(frame_.blocks);
        return block_.span.end ? block_.span : here_;
    }

    /// The block's content, in its parent.
    void splice() { splice(frame_.blocks); }
    void splice(Blocks& blocks) {
        for (Block& inner : blocks) parent_.put(std::move(inner));
    }

    /// The block's names, to the first of these blocks; where there is none, to the parent's next.
    void pass_names(Blocks& blocks) {
        auto& names = blocks.empty() ? parent_.waiting : blocks.front().anchors;
        names.insert(blocks.empty() ? names.end() : names.begin(), block_.anchors.begin(), block_.anchors.end());
    }

    bool is_inline() const { return all_inline(frame_.blocks); }
    /// Takes what stands in blocks where only inlines may.
    void join_blocks() {
        if (!frame_.blocks.empty()) inlines_ = joined(std::exchange(frame_.blocks, {}));
    }

    void paragraph() {
        if (parent_.part == Part::item) parent_.explicit_paragraphs = true;
        const Alignment alignment = std::get<Paragraph>(block_.node).alignment;
        if (!inlines_.empty()) {
            frame_.blocks.clear();
            frame_.blocks.push_back(paragraph_block(std::move(inlines_), alignment, lone_picture_in(parent_.part)));
        }
        pass_names(frame_.blocks);
        splice();
    }

    void heading() {
        if (!is_inline()) return splice();
        join_blocks();
        if (inlines_.empty()) {
            for (const AnchorPoint& name : block_.anchors) parent_.waiting.push_back(name);
            if (!frame_.written) return;
        }
        std::get<Heading>(block_.node).children = std::move(inlines_);
        finish_heading(block_);
        parent_.put(std::move(block_));
    }

    void list() {
        auto& list = std::get<List>(block_.node);
        list.items = std::move(frame_.items);
        if (frame_.explicit_paragraphs) list.tight = false;
        SourceSpan& span = block_.span;
        for (const ListItem& item : list.items) {
            if (item.blocks.empty()) continue;
            const SourceSpan inner = covering(item.blocks);
            span = {span == here_ ? inner.begin : std::min(span.begin, inner.begin), std::max(span.end, inner.end)};
        }
        if (!list.items.empty()) parent_.put(std::move(block_));
    }

    void item() {
        ListItem& item = frame_.item;
        item.blocks = std::move(frame_.blocks);
        take_task(item);
        if (parent_.part != Part::list) return splice(item.blocks);
        pass_names(item.blocks);
        parent_.explicit_paragraphs = parent_.explicit_paragraphs || frame_.explicit_paragraphs;
        parent_.items.push_back(std::move(item));
    }

    void table() {
        splice();  // what a table can't hold stands before it
        if (frame_.head.empty() && frame_.rows.empty() && frame_.title.empty()) return;
        auto& table = std::get<Table>(block_.node);
        table.head = std::move(frame_.head);
        table.body = std::move(frame_.rows);
        if (table.head.empty() && table.body.size() > 1 && is_head(table.body.front())) {
            table.head.push_back(std::move(table.body.front()));
            table.body.erase(table.body.begin());
        }
        std::size_t columns = table.columns.size();
        for (const auto* rows : {&table.head, &table.body})
            for (const TableRow& row : *rows) columns = std::max(columns, width(row));
        table.columns.resize(std::min(columns, most_columns), Alignment::none);
        // A pipe table can't be written without a head: who wants none leaves it empty.
        if (!table.body.empty() && std::ranges::all_of(table.head, is_empty)) table.head.clear();
        table.caption = std::move(frame_.title);
        parent_.put(std::move(block_));
    }

    void row() {
        splice();
        if (frame_.cells.empty()) return;
        if (parent_.part == Part::table || parent_.part == Part::table_head) {
            parent_.rows.push_back({std::move(frame_.cells)});
        } else {
            for (TableCell& cell : frame_.cells) splice(cell.blocks);
        }
    }

    void cell() {
        if (parent_.part != Part::row) return splice();
        pass_names(frame_.blocks);
        frame_.cell.blocks = std::move(frame_.blocks);
        parent_.cells.push_back(std::move(frame_.cell));
    }

    /// The title of a block of the kind `titled`; a second one, or one elsewhere, is a paragraph.
    void title(Part titled) {
        if (!is_inline()) return splice();
        join_blocks();
        if (parent_.part == titled && parent_.title.empty()) {
            parent_.title = std::move(inlines_);
        } else if (!inlines_.empty()) {
            parent_.put(paragraph_block(std::move(inlines_), Alignment::none, LonePicture::paragraph));
        }
    }

    void details() {
        auto& details = std::get<Details>(block_.node);
        details.summary = std::move(frame_.title);
        details.blocks = std::move(frame_.blocks);
        parent_.put(std::move(block_));
    }

    void figure() {
        auto& figure = std::get<Figure>(block_.node);
        figure.caption = std::move(frame_.title);
        figure.blocks = std::move(frame_.blocks);
        if (!figure.blocks.empty() || !figure.caption.empty()) parent_.put(std::move(block_));
    }

    void definitions() {
        splice();
        auto& list = std::get<DefinitionList>(block_.node);
        list.items = std::move(frame_.definitions);
        if (!list.items.empty()) parent_.put(std::move(block_));
    }

    void term() {
        if (parent_.part != Part::definitions) {
            if (!inlines_.empty())
                parent_.put({Paragraph{std::move(inlines_)}, block_.span, std::move(block_.anchors)});
            return splice();
        }
        if (!is_inline()) return definition();  // a table, a list: more than a term can be
        join_blocks();
        if (parent_.definitions.empty() || !parent_.definitions.back().definitions.empty())
            parent_.definitions.emplace_back();
        const std::uint32_t begin = block_.span.begin;
        for (const AnchorPoint& name : block_.anchors) inlines_.insert(inlines_.begin(), {name, {begin, begin}});
        parent_.definitions.back().terms.push_back(std::move(inlines_));
    }

    void definition() {
        if (parent_.part != Part::definitions) return splice();
        if (parent_.definitions.empty()) parent_.definitions.emplace_back();
        parent_.definitions.back().definitions.push_back(std::move(frame_.blocks));
    }

    void division() {
        auto& division = std::get<Division>(block_.node);
        const bool says_nothing = division.alignment == Alignment::none && division.language.empty() &&
                                  division.direction == Direction::automatic;
        if (frame_.blocks.empty() || says_nothing) {
            pass_names(frame_.blocks);
            return splice();
        }
        division.blocks = std::move(frame_.blocks);
        parent_.put(std::move(block_));
    }

    void transparent() {
        pass_names(frame_.blocks);
        splice();
        // What lost its list or table on the way keeps its content.
        for (ListItem& item : frame_.items) splice(item.blocks);
        std::move(frame_.rows.begin(), frame_.rows.end(), std::back_inserter(parent_.rows));
    }

    OpenBlock& parent_;
    OpenBlock& frame_;
    Block& block_;
    Inlines inlines_;
    SourceSpan here_;
    Arena& arena_;
};

}  // namespace

void close_into(OpenBlock& parent, OpenBlock&& frame, Inlines&& inlines, std::uint32_t position, Arena& arena) {
    Closing(parent, frame, std::move(inlines), position, arena).close();
}

}  // namespace notes_export::markdown
