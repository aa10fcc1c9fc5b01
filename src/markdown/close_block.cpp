#include <algorithm>

#include "markdown/builder.hpp"
#include "markdown/paragraphs.hpp"

namespace notes_export::markdown {
namespace {

SourceSpan covering(const Blocks& blocks, SourceSpan fallback) {
    return blocks.empty() ? fallback : SourceSpan{blocks.front().span.begin, blocks.back().span.end};
}

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

std::size_t width(const TableRow& row) {
    std::size_t columns = 0;
    for (const TableCell& cell : row.cells) columns += cell.columns;
    return columns;
}

Block table_of(OpenBlock&& frame) {
    auto& table = std::get<Table>(frame.block.node);
    table.head = std::move(frame.head);
    table.body = std::move(frame.rows);
    // A first row of nothing but header cells is a head, whether or not it says `thead`.
    if (table.head.empty() && table.body.size() > 1 && !table.body.front().cells.empty() &&
        std::all_of(table.body.front().cells.begin(), table.body.front().cells.end(),
                    [](const TableCell& cell) { return cell.header && cell.rows == 1; })) {
        table.head.push_back(std::move(table.body.front()));
        table.body.erase(table.body.begin());
    }
    std::size_t columns = table.columns.size();
    for (const auto* rows : {&table.head, &table.body})
        for (const TableRow& row : *rows) columns = std::max(columns, width(row));
    table.columns.resize(std::min<std::size_t>(columns, 1000), Alignment::none);
    table.caption = std::move(frame.title);
    return std::move(frame.block);
}

}  // namespace

void Builder::close_into(OpenBlock& parent, OpenBlock&& frame, Inlines&& inlines) {
    Block& block = frame.block;
    const SourceSpan here{position_, position_};
    const SourceSpan span = inlines.empty() ? covering(frame.blocks, block.span.end ? block.span : here)
                                            : SourceSpan{inlines.front().span.begin, inlines.back().span.end};
    block.span = span;
    const auto splice = [&] {
        for (Block& inner : frame.blocks) put(parent, std::move(inner));
    };
    switch (frame.part) {
        case Part::paragraph: {
            if (parent.part == Part::item) parent.explicit_paragraphs = true;
            const Alignment alignment = std::get<Paragraph>(block.node).alignment;
            Blocks made;
            if (!inlines.empty())
                made = paragraph_blocks(std::move(inlines), alignment,
                                        parent.part != Part::cell && parent.part != Part::figure);
            else
                made = std::move(frame.blocks);
            if (made.empty()) {
                for (const AnchorPoint& name : block.anchors) parent.waiting.push_back(name);
            } else {
                auto& anchors = made.front().anchors;
                anchors.insert(anchors.begin(), block.anchors.begin(), block.anchors.end());
            }
            for (Block& inner : made) put(parent, std::move(inner));
            break;
        }
        case Part::heading:
            if (!frame.blocks.empty() && !all_inline(frame.blocks)) {
                splice();
                break;
            }
            if (!frame.blocks.empty()) inlines = joined(std::move(frame.blocks));
            if (inlines.empty()) {
                for (const AnchorPoint& name : block.anchors) parent.waiting.push_back(name);
                if (!frame.written) break;
            }
            std::get<Heading>(block.node).children = std::move(inlines);
            finish_heading(block);
            put(parent, std::move(block));
            break;
        case Part::item:
            frame.item.blocks = std::move(frame.blocks);
            take_task(frame.item);
            if (parent.part != Part::list) {
                for (Block& inner : frame.item.blocks) put(parent, std::move(inner));
                break;
            }
            if (!block.anchors.empty() && !frame.item.blocks.empty()) {
                auto& anchors = frame.item.blocks.front().anchors;
                anchors.insert(anchors.begin(), block.anchors.begin(), block.anchors.end());
            }
            parent.explicit_paragraphs = parent.explicit_paragraphs || frame.explicit_paragraphs;
            parent.items.push_back(std::move(frame.item));
            break;
        case Part::list: {
            auto& list = std::get<List>(block.node);
            list.items = std::move(frame.items);
            if (frame.explicit_paragraphs) list.tight = false;
            for (const ListItem& item : list.items)
                if (!item.blocks.empty()) {
                    if (block.span == here) block.span.begin = item.blocks.front().span.begin;
                    block.span.begin = std::min(block.span.begin, item.blocks.front().span.begin);
                    block.span.end = std::max(block.span.end, item.blocks.back().span.end);
                }
            if (!list.items.empty()) put(parent, std::move(block));
            break;
        }
        case Part::quote:
            put(parent, quote_or_callout(std::move(frame.blocks), std::move(block), *this));
            break;
        case Part::callout:
            std::get<Callout>(block.node).blocks = std::move(frame.blocks);
            put(parent, std::move(block));
            break;
        case Part::table:
            splice();  // what a table can't hold stands before it
            if (!frame.head.empty() || !frame.rows.empty() || !frame.title.empty())
                put(parent, table_of(std::move(frame)));
            break;
        case Part::table_head:
            splice();
            for (TableRow& row : frame.rows) parent.head.push_back(std::move(row));
            break;
        case Part::row:
            splice();
            if (!frame.cells.empty()) {
                TableRow row{std::move(frame.cells)};
                if (parent.part == Part::table || parent.part == Part::table_head) {
                    parent.rows.push_back(std::move(row));
                } else {
                    for (TableCell& cell : row.cells)
                        for (Block& inner : cell.blocks) put(parent, std::move(inner));
                }
            }
            break;
        case Part::cell:
            if (parent.part != Part::row) {
                splice();
                break;
            }
            if (!block.anchors.empty() && !frame.blocks.empty())
                frame.blocks.front().anchors.insert(frame.blocks.front().anchors.begin(), block.anchors.begin(),
                                                    block.anchors.end());
            frame.cell.blocks = std::move(frame.blocks);
            parent.cells.push_back(std::move(frame.cell));
            break;
        case Part::caption:
        case Part::summary:
        case Part::figure_caption: {
            const bool whole = frame.blocks.empty() || all_inline(frame.blocks);
            if (!frame.blocks.empty() && whole) inlines = joined(std::move(frame.blocks));
            const bool wanted = frame.part == Part::caption   ? parent.part == Part::table
                                : frame.part == Part::summary ? parent.part == Part::details
                                                              : parent.part == Part::figure;
            if (whole && wanted && parent.title.empty()) {
                parent.title = std::move(inlines);
            } else if (whole && !inlines.empty()) {
                for (Block& inner : paragraph_blocks(std::move(inlines), Alignment::none, false))
                    put(parent, std::move(inner));
            } else {
                splice();
            }
            break;
        }
        case Part::details: {
            auto& details = std::get<Details>(block.node);
            details.summary = std::move(frame.title);
            details.blocks = std::move(frame.blocks);
            put(parent, std::move(block));
            break;
        }
        case Part::figure: {
            auto& figure = std::get<Figure>(block.node);
            figure.caption = std::move(frame.title);
            figure.blocks = std::move(frame.blocks);
            if (!figure.blocks.empty() || !figure.caption.empty()) put(parent, std::move(block));
            break;
        }
        case Part::term:
            if (parent.part != Part::definitions) {
                if (!inlines.empty()) put(parent, {Paragraph{std::move(inlines)}, span, std::move(block.anchors)});
                splice();
                break;
            }
            if (!all_inline(frame.blocks)) {
                // A table, a list: more than a term can be.
                if (parent.definitions.empty()) parent.definitions.emplace_back();
                parent.definitions.back().definitions.push_back(std::move(frame.blocks));
                break;
            }
            if (!frame.blocks.empty()) inlines = joined(std::move(frame.blocks));
            if (parent.definitions.empty() || !parent.definitions.back().definitions.empty())
                parent.definitions.emplace_back();
            for (const AnchorPoint& name : block.anchors)
                inlines.insert(inlines.begin(), {name, {span.begin, span.begin}});
            parent.definitions.back().terms.push_back(std::move(inlines));
            break;
        case Part::definition:
            if (parent.part != Part::definitions) {
                splice();
                break;
            }
            if (parent.definitions.empty()) parent.definitions.emplace_back();
            parent.definitions.back().definitions.push_back(std::move(frame.blocks));
            break;
        case Part::definitions:
            splice();
            std::get<DefinitionList>(block.node).items = std::move(frame.definitions);
            if (!std::get<DefinitionList>(block.node).items.empty()) put(parent, std::move(block));
            break;
        case Part::division: {
            auto& division = std::get<Division>(block.node);
            if (frame.blocks.empty()) {
                for (const AnchorPoint& name : block.anchors) parent.waiting.push_back(name);
                break;
            }
            if (division.alignment == Alignment::none && division.language.empty() &&
                division.direction == Direction::automatic) {
                auto& anchors = frame.blocks.front().anchors;
                anchors.insert(anchors.begin(), block.anchors.begin(), block.anchors.end());
                splice();
                break;
            }
            division.blocks = std::move(frame.blocks);
            put(parent, std::move(block));
            break;
        }
        case Part::transparent:
            if (!frame.blocks.empty()) {
                auto& anchors = frame.blocks.front().anchors;
                anchors.insert(anchors.begin(), block.anchors.begin(), block.anchors.end());
            } else {
                for (const AnchorPoint& name : block.anchors) parent.waiting.push_back(name);
            }
            splice();
            // What lost its list or table on the way keeps its content.
            for (ListItem& item : frame.items)
                for (Block& inner : item.blocks) put(parent, std::move(inner));
            for (TableRow& row : frame.rows) parent.rows.push_back(std::move(row));
            break;
    }
}

}  // namespace notes_export::markdown
