/// Walks over a tree of blocks and inlines: calls a visitor for each node, parents first.
#pragma once

#include <variant>

#include "notes_export/document.hpp"

namespace notes_export {

/// Calls `visit(Inline&)` for each inline of `inlines`, in order, those inside others after them.
template <class InlineRange, class Visit>
void for_each_inline(InlineRange& inlines, const Visit& visit) {
    for (auto& item : inlines) {
        visit(item);
        std::visit(
            [&](auto& node) {
                if constexpr (requires { node.annotation; }) {
                    for_each_inline(node.base, visit);
                    for_each_inline(node.annotation, visit);
                } else if constexpr (requires { node.children; }) {
                    for_each_inline(node.children, visit);
                }
            },
            item.node);
    }
}

/// Calls `on_block(Block&)` for each block and `on_inlines(Inlines&)` for each run of inlines directly in a block
/// (titles, captions, terms and cells too), in reading order.
template <class BlockRange, class OnBlock, class OnInlines>
void for_each_block(BlockRange& blocks, const OnBlock& on_block, const OnInlines& on_inlines) {
    const auto descend = [&](auto& inner) { for_each_block(inner, on_block, on_inlines); };
    for (auto& block : blocks) {
        on_block(block);
        std::visit(
            [&](auto& node) {
                if constexpr (requires { node.summary; }) on_inlines(node.summary);
                if constexpr (requires { node.kind; }) on_inlines(node.title);
                if constexpr (requires { node.children; }) on_inlines(node.children);
                if constexpr (requires { node.blocks; }) descend(node.blocks);
                if constexpr (requires { node.caption; }) on_inlines(node.caption);
                if constexpr (requires { node.numbering; }) {
                    for (auto& item : node.items) descend(item.blocks);
                } else if constexpr (requires { node.items; }) {
                    for (auto& item : node.items) {
                        for (auto& term : item.terms) on_inlines(term);
                        for (auto& definition : item.definitions) descend(definition);
                    }
                } else if constexpr (requires { node.head; }) {
                    for (auto* rows : {&node.head, &node.body})
                        for (auto& row : *rows)
                            for (auto& cell : row.cells) descend(cell.blocks);
                }
            },
            block.node);
    }
}

}  // namespace notes_export
