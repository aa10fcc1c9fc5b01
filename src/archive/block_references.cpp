#include "archive/block_references.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "archive/walk_note.hpp"
#include "support/ascii.hpp"

namespace notes_export::archive {
namespace {

/// What stands before the first line end: properties may follow.
std::string first_line(const Inlines& inlines) {
    const auto end = std::find_if(inlines.begin(), inlines.end(), [](const Inline& item) {
        return std::holds_alternative<SoftBreak>(item.node) || std::holds_alternative<LineBreak>(item.node);
    });
    return plain_text(Inlines(inlines.begin(), end));
}

/// The words of each block that has a uuid, by its anchor.
std::unordered_map<std::uint32_t, std::string> words_of_blocks(const std::vector<Note>& notes) {
    std::unordered_map<std::uint32_t, std::string> words;
    for (const Note& note : notes) {
        std::vector<AnchorId> waiting;  // of a block that holds the paragraph
        for_each_block(
            note.blocks,
            [&](const Block& block) {
                for (const AnchorPoint& point : block.anchors)
                    if (is_uuid(point.name)) waiting.push_back(point.anchor);
            },
            [&](const Inlines& inlines) {
                for_each_inline(inlines, [&](const Inline& item) {
                    const auto* point = std::get_if<AnchorPoint>(&item.node);
                    if (point && is_uuid(point->name)) waiting.push_back(point->anchor);
                });
                for (const AnchorId anchor : waiting) words.emplace(anchor.value, first_line(inlines));
                waiting.clear();
            });
    }
    return words;
}

}  // namespace

bool is_uuid(std::string_view name) {
    if (name.size() != 36) return false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
        if (hyphen ? name[i] != '-' : !ascii::is_hex_digit(name[i])) return false;
    }
    return true;
}

void show_block_references(std::vector<Note>& notes, Arena& arena) {
    const auto words = words_of_blocks(notes);
    if (words.empty()) return;
    for (Note& note : notes)
        for_each_node(
            note, [](Block&) {},
            [&](Inline& item) {
                auto* link = std::get_if<Link>(&item.node);
                const auto* anchor = link ? std::get_if<AnchorId>(&link->target) : nullptr;
                if (!anchor || !is_uuid(link->destination) || plain_text(link->children) != link->destination) return;
                const auto found = words.find(anchor->value);
                if (found == words.end() || found->second.empty()) return;
                link->children = {{Text{arena.keep(found->second)}, item.span}};
            });
}

}  // namespace notes_export::archive
