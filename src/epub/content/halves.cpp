#include "epub/content/halves.hpp"

#include <algorithm>
#include <span>
#include <utility>
#include <variant>

#include "document/walk.hpp"

namespace notes_export::epub {
namespace {

constexpr std::size_t markup = 40;  ///< bytes of tags about an element

std::size_t size_of(std::span<const Inline> inlines) {
    std::size_t size = 0;
    for_each_inline(inlines, [&](const Inline& item) {
        size += markup / 2;
        std::visit(
            [&](const auto& node) {
                if constexpr (requires { node.text; }) size += node.text.size();
                if constexpr (requires { node.tex; }) size += node.tex.size();
                if constexpr (requires { node.destination; }) size += node.destination.size();
                if constexpr (requires { node.alt; }) size += node.alt.size();
            },
            item.node);
    });
    return size;
}

/// The first of the two takes as many pieces as come nearest to half of the whole; each has at least one.
template <class Pieces, class SizeOf>
std::size_t middle(const Pieces& pieces, const SizeOf& size_of_piece) {
    std::size_t whole = 0, first = 0;
    for (const auto& piece : pieces) whole += size_of_piece(piece);
    std::size_t count = 0;
    while (count + 1 < pieces.size() && (count == 0 || first + size_of_piece(pieces[count]) <= whole / 2))
        first += size_of_piece(pieces[count++]);
    return count;
}

/// About how many bytes of XHTML the block becomes.
std::size_t estimated_size(const Block& block) {
    std::size_t size = 0;
    const std::span<const Block> alone(&block, 1);
    for_each_block(
        alone,
        [&](const Block& one) {
            size += markup;
            if (const auto* code = std::get_if<CodeBlock>(&one.node)) size += code->text.size() * 21 / 20;
            if (const auto* math = std::get_if<MathBlock>(&one.node)) size += math->tex.size();
        },
        [&](const Inlines& inlines) { size += size_of(inlines); });
    return size;
}

std::size_t size_of(const Blocks& blocks) {
    std::size_t size = 0;
    for (const Block& block : blocks) size += estimated_size(block);
    return size;
}

std::size_t size_of(const TableRow& row) {
    std::size_t size = markup;
    for (const TableCell& cell : row.cells) size += markup + size_of(cell.blocks);
    return size;
}

template <class T>
std::vector<T> taken(const std::vector<T>& from, std::size_t begin, std::size_t end) {
    return {from.begin() + static_cast<std::ptrdiff_t>(begin), from.begin() + static_cast<std::ptrdiff_t>(end)};
}

/// Two blocks of one kind in place of `block`.
template <class Node>
Blocks two(const Block& block, Node first, Node second) {
    Blocks made(2);
    made[0] = {std::move(first), block.span, block.anchors};
    made[1] = {std::move(second), block.span, {}};
    return made;
}

/// A text cut at a blank near its middle.
std::pair<std::string_view, std::string_view> cut(std::string_view text) {
    std::size_t at = text.rfind(' ', text.size() / 2);
    if (at == std::string_view::npos) at = text.find(' ', text.size() / 2);
    if (at == std::string_view::npos) {
        at = text.size() / 2;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
    }
    return {text.substr(0, at), text.substr(std::min(text.size(), at + (at < text.size() && text[at] == ' ' ? 1 : 0)))};
}

struct Part {
    const Block& block;

    Blocks operator()(const Paragraph& paragraph) const {
        Inlines children = paragraph.children;
        if (children.size() == 1) {
            const auto* text = std::get_if<Text>(&children.front().node);
            if (!text || text->text.size() < 2) return {};
            const auto [first, second] = cut(text->text);
            if (first.empty() || second.empty()) return {};
            const SourceSpan span = children.front().span;
            children = {{Text{first}, span}, {Text{second}, span}};
        }
        if (children.size() < 2) return {};
        const std::size_t half =
            middle(children, [](const Inline& item) { return size_of(std::span<const Inline>(&item, 1)); });
        return two(block, Paragraph{taken(children, 0, half), paragraph.alignment},
                   Paragraph{taken(children, half, children.size()), paragraph.alignment});
    }

    Blocks operator()(const List& list) const {
        if (list.items.empty()) return {};
        if (list.items.size() == 1) {
            // One item with everything in it: its blocks in items without a number of their own would lie; they come
            // as a list of one item, and then as they are.
            Blocks made;
            List first = list;
            Blocks& blocks = first.items.front().blocks;
            if (blocks.size() < 2) {
                if (blocks.empty()) return {};
                made.push_back(
                    {Division{blocks, Alignment::none, {}, Direction::automatic}, block.span, block.anchors});
                return made;
            }
            Blocks rest = taken(blocks, 1, blocks.size());
            blocks.resize(1);
            made.push_back({std::move(first), block.span, block.anchors});
            for (Block& one : rest) made.push_back(std::move(one));
            return made;
        }
        const std::size_t half = middle(list.items, [](const ListItem& item) { return markup + size_of(item.blocks); });
        List first = list, second = list;
        first.items = taken(list.items, 0, half);
        second.items = taken(list.items, half, list.items.size());
        second.start = list.start + (list.reversed ? -1 : 1) * static_cast<std::int32_t>(half);
        return two(block, std::move(first), std::move(second));
    }

    Blocks operator()(const CodeBlock& code) const {
        std::size_t at = code.text.rfind('\n', code.text.size() / 2);
        if (at == std::string_view::npos) at = code.text.find('\n');
        if (at == std::string_view::npos || at + 1 >= code.text.size()) return {};
        CodeBlock first = code, second = code;
        first.text = code.text.substr(0, at + 1);
        second.text = code.text.substr(at + 1);
        return two(block, first, second);
    }

    Blocks operator()(const Table& table) const {
        if (table.body.size() < 2) return {};
        const std::size_t half = middle(table.body, [](const TableRow& row) { return size_of(row); });
        Table first = table, second = table;
        first.body = taken(table.body, 0, half);
        second.body = taken(table.body, half, table.body.size());
        second.caption.clear();
        return two(block, std::move(first), std::move(second));
    }

    Blocks operator()(const DefinitionList& list) const {
        if (list.items.size() < 2) return {};
        const std::size_t half = list.items.size() / 2;
        return two(block, DefinitionList{taken(list.items, 0, half)},
                   DefinitionList{taken(list.items, half, list.items.size())});
    }

    /// Groups: halves of what is in them; what stands at the head of the group stays with the first.
    template <class Group>
        requires requires(const Group& group) { group.blocks; }
    Blocks operator()(const Group& group) const {
        Blocks inside = group.blocks;
        if (inside.size() == 1) inside = std::visit(Part{inside.front()}, inside.front().node);
        if (inside.size() < 2) return {};
        const std::size_t half = middle(inside, [](const Block& one) { return estimated_size(one); });
        Group first = group, second = group;
        first.blocks = taken(inside, 0, half);
        second.blocks = taken(inside, half, inside.size());
        return two(block, std::move(first), std::move(second));
    }

    Blocks operator()(const Heading&) const { return {}; }
    Blocks operator()(const Rule&) const { return {}; }
    Blocks operator()(const MathBlock&) const { return {}; }
};

}  // namespace

Blocks parted(const Block& block, std::size_t most) {
    if (estimated_size(block) <= most) return {};
    return std::visit(Part{block}, block.node);
}

}  // namespace notes_export::epub
