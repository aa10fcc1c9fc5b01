#include "archive/embeds.hpp"

#include <algorithm>
#include <unordered_map>

#include "archive/walk_note.hpp"

namespace notes_export::archive {
namespace {

/// Embeds within embeds beyond this stay links.
constexpr std::size_t deepest_embed = 5;
/// Blocks that embeds may add to a book beside as many as it has; beyond them embeds stay links.
constexpr std::size_t spare_blocks = 20'000;

/// Where an anchor stands: blocks [begin, end) of a list; all of a note when `blocks` is null.
struct Stretch {
    const Blocks* blocks = nullptr;
    std::size_t begin = 0, end = 0;
    bool operator==(const Stretch&) const = default;
};

/// A section goes on to the next heading of its own level or above.
Stretch section(const Blocks& blocks, std::size_t at) {
    const int level = std::get<Heading>(blocks[at].node).level;
    std::size_t end = at + 1;
    while (end < blocks.size()) {
        const auto* heading = std::get_if<Heading>(&blocks[end].node);
        if (heading && heading->level <= level) break;
        ++end;
    }
    return {&blocks, at, end};
}

using Stretches = std::unordered_map<std::uint32_t, Stretch>;

void index_inlines(const Inlines& inlines, const Stretch& stretch, Stretches& out) {
    for_each_inline(inlines, [&](const Inline& item) {
        if (const auto* point = std::get_if<AnchorPoint>(&item.node)) out.emplace(point->anchor.value, stretch);
    });
}

/// The anchors in a list of blocks, and in the blocks inside them.
void index_blocks(const Blocks& blocks, Stretches& out) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const Block& block = blocks[i];
        const Stretch own{&blocks, i, i + 1};
        if (const auto* heading = std::get_if<Heading>(&block.node))
            out.emplace(heading->anchor.value, section(blocks, i));
        for (const AnchorPoint& point : block.anchors) out.emplace(point.anchor.value, own);
        std::visit(
            [&](const auto& node) {
                if constexpr (requires { node.children; }) index_inlines(node.children, own, out);
                if constexpr (requires { node.blocks; }) index_blocks(node.blocks, out);
                if constexpr (requires { node.numbering; }) {
                    for (const ListItem& item : node.items) index_blocks(item.blocks, out);
                } else if constexpr (requires { node.items; }) {
                    for (const DefinitionItem& item : node.items)
                        for (const Blocks& definition : item.definitions) index_blocks(definition, out);
                } else if constexpr (requires { node.head; }) {
                    for (const auto* rows : {&node.head, &node.body})
                        for (const TableRow& row : *rows)
                            for (const TableCell& cell : row.cells) index_blocks(cell.blocks, out);
                }
            },
            block.node);
    }
}

std::size_t count_blocks(const Blocks& blocks) {
    std::size_t count = 0;
    for_each_block(blocks, [&](const Block&) { ++count; }, [](const Inlines&) {});
    return count;
}

int highest_heading(const Blocks& blocks) {
    int level = 6;
    for_each_block(
        blocks,
        [&](const Block& block) {
            if (const auto* heading = std::get_if<Heading>(&block.node)) level = std::min(level, heading->level);
        },
        [](const Inlines&) {});
    return level;
}

class Embedder {
public:
    Embedder(std::vector<Note>& notes, const std::vector<Anchor>& anchors, Arena& arena, Diagnostics& diagnostics)
        : notes_(notes), anchors_(anchors), arena_(arena), diagnostics_(diagnostics), room_(spare_blocks) {
        for (const Note& note : notes_) {
            index_blocks(note.blocks, stretches_);
            room_ += count_blocks(note.blocks);
        }
    }

    /// Copies are made from the notes as they were; only when all are made are they put in place.
    void fill() {
        for (Note& note : notes_) {
            host_ = &note;
            adopted_.clear();
            std::vector<Place> embeds;
            int level = 0;
            for_each_node(
                note,
                [&](Block& block) {
                    if (const auto* heading = std::get_if<Heading>(&block.node)) level = heading->level;
                    if (std::holds_alternative<Embed>(block.node)) embeds.push_back({&block, level});
                },
                [](Inline&) {});
            chain_ = {Stretch{&note.blocks, 0, note.blocks.size()}};
            for (const Place& place : embeds) filled_.emplace_back(place.block, expanded(place));
            if (!new_footnotes_.empty()) footnotes_.emplace_back(&note, std::move(new_footnotes_));
            new_footnotes_.clear();
        }
        for (auto& [block, replacement] : filled_) *block = std::move(replacement);
        for (auto& [note, footnotes] : footnotes_)
            for (Footnote& footnote : footnotes) note->footnotes.push_back(std::move(footnote));
    }

private:
    /// An embed, and the level of the heading it stands below.
    struct Place {
        Block* block;
        int level;
    };

    Block expanded(const Place& place) {
        const Block& block = *place.block;
        Block out = block;
        auto& embed = std::get<Embed>(out.node);
        embed.blocks.clear();
        const auto* anchor = std::get_if<AnchorId>(&embed.origin);
        if (!anchor) return as_text(out);
        const Note& from = notes_[anchors_[anchor->value].note.value];
        if (embed.title.empty()) embed.title = arena_.keep(from.title);
        const Stretch stretch = stretch_of(*anchor, from);
        if (stretch.begin == stretch.end) return out;
        if (chain_.size() > deepest_embed || std::find(chain_.begin(), chain_.end(), stretch) != chain_.end()) {
            diagnostics_.warn("embed-depth", host_->source, block.span,
                              "notes that embed one another are not set again: the embed became a link",
                              "embed the section that is meant: ![[note#section]]");
            return out;
        }
        Blocks copy(stretch.blocks->begin() + static_cast<std::ptrdiff_t>(stretch.begin),
                    stretch.blocks->begin() + static_cast<std::ptrdiff_t>(stretch.end));
        const std::size_t size = count_blocks(copy);
        if (size > room_) {
            diagnostics_.warn("embed-size", host_->source, block.span,
                              "embeds would make the book many times as long: this one became a link",
                              "link to the note, or embed a section of it");
            return out;
        }
        room_ -= size;
        chain_.push_back(stretch);
        embed.blocks = adopted(std::move(copy), from, place.level);
        chain_.pop_back();
        return out;
    }

    Stretch stretch_of(AnchorId anchor, const Note& note) const {
        if (anchor == note.anchor) return {&note.blocks, 0, note.blocks.size()};
        const auto found = stretches_.find(anchor.value);
        return found == stretches_.end() ? Stretch{&note.blocks, 0, 0} : found->second;
    }

    /// Blocks of `from` made into blocks of the host: headings below `level`, no anchors, the host's footnotes, inner
    /// embeds filled.
    Blocks adopted(Blocks blocks, const Note& from, int level) {
        const int top = highest_heading(blocks);
        std::vector<Place> embeds;
        int current = level;
        for_each_block(
            blocks,
            [&](Block& block) {
                block.anchors.clear();
                if (auto* heading = std::get_if<Heading>(&block.node)) {
                    heading->anchor = {};
                    current = heading->level = std::min(heading->level - top + level + 1, 6);
                }
                if (std::holds_alternative<Embed>(block.node)) embeds.push_back({&block, current});
            },
            [&](Inlines& inlines) {
                for_each_inline(inlines, [&](Inline& item) {
                    if (auto* point = std::get_if<AnchorPoint>(&item.node)) point->anchor = {};
                    if (auto* reference = std::get_if<FootnoteReference>(&item.node)) adopt(*reference, from);
                });
            });
        for (const Place& place : embeds) *place.block = expanded(place);
        return blocks;
    }

    void adopt(FootnoteReference& reference, const Note& from) {
        if (!reference.index || &from == host_) return;
        const std::uint64_t key = std::uint64_t{from.id.value} << 32 | *reference.index;
        const auto place = static_cast<std::uint32_t>(host_->footnotes.size() + new_footnotes_.size());
        const auto [known, added] = adopted_.emplace(key, place);
        if (added) {
            Footnote copy = from.footnotes[*reference.index];
            new_footnotes_.emplace_back();
            Blocks body = adopted(std::move(copy.blocks), from, 0);
            copy.blocks = std::move(body);
            new_footnotes_[known->second - host_->footnotes.size()] = std::move(copy);
        }
        reference.index = adopted_.at(key);
    }

    /// An embed of nothing in the book: its own words.
    Block as_text(const Block& block) const {
        const auto& embed = std::get<Embed>(block.node);
        Paragraph paragraph;
        const std::string_view file = embed.destination.substr(0, embed.destination.find('#'));
        if (!embed.title.empty())
            paragraph.children.push_back({Text{embed.title}, block.span});
        else if (!file.empty())
            paragraph.children.push_back({Code{file}, block.span});
        return {std::move(paragraph), block.span, block.anchors};
    }

    std::vector<Note>& notes_;
    const std::vector<Anchor>& anchors_;
    Arena& arena_;
    Diagnostics& diagnostics_;
    Stretches stretches_;
    std::size_t room_;
    Note* host_ = nullptr;
    std::vector<Stretch> chain_;
    std::unordered_map<std::uint64_t, std::uint32_t> adopted_;
    std::vector<Footnote> new_footnotes_;
    std::vector<std::pair<Block*, Block>> filled_;
    std::vector<std::pair<Note*, std::vector<Footnote>>> footnotes_;
};

}  // namespace

void fill_embeds(std::vector<Note>& notes, const std::vector<Anchor>& anchors, Arena& arena, Diagnostics& diagnostics) {
    bool any = false;
    for (Note& note : notes)
        for_each_node(
            note, [&](Block& block) { any = any || std::holds_alternative<Embed>(block.node); }, [](Inline&) {});
    if (any) Embedder(notes, anchors, arena, diagnostics).fill();
}

}  // namespace notes_export::archive
