#include <algorithm>
#include <string>

#include "document/task_states.hpp"
#include "epub/content/content_writer.hpp"
#include "locale/words.hpp"

namespace notes_export::epub {
namespace {

const char* list_type(Numbering numbering) {
    switch (numbering) {
        case Numbering::lower_alpha:
            return "a";
        case Numbering::upper_alpha:
            return "A";
        case Numbering::lower_roman:
            return "i";
        case Numbering::upper_roman:
            return "I";
        case Numbering::bullet:
        case Numbering::decimal:
            return nullptr;
    }
    return nullptr;
}

/// ☐ and ☑ are in most fonts; the other states of Obsidian's tasks keep their letter.
std::string task_mark(char state) {
    if (state == ' ') return "☐";
    if (state == 'x' || state == 'X') return "☑";
    return std::string("[") + state + "]";
}

}  // namespace

void ContentWriter::list(const List& list) {
    const bool numbered = list.numbering != Numbering::bullet;
    const bool tasks = std::ranges::any_of(list.items, [](const ListItem& item) { return item.task.has_value(); });
    open_block(numbered ? "ol" : "ul");
    if (tasks) xml.attribute("class", "tasks");
    if (const char* type = list_type(list.numbering)) xml.attribute("type", type);
    if (numbered && list.start != 1) xml.attribute("start", std::to_string(list.start));
    if (numbered && list.reversed) xml.attribute("reversed", "reversed");
    for (const ListItem& item : list.items) {
        const Element element(xml, "li");
        if (item.value && numbered) xml.attribute("value", std::to_string(*item.value));
        if (!item.task) {
            item_blocks(item.blocks, list.tight);
            continue;
        }
        const bool done = *item.task == 'x' || *item.task == 'X';
        const std::string state(1, *item.task);
        text_element(xml, "span", task_mark(*item.task),
                     {{"class", "task-mark"},
                      {"role", "img"},
                      {"aria-label", locale::word(task_word(*item.task), note_.language)},
                      {"data-state", done ? "x" : std::string_view(state)}});
        xml.text(" ");
        item_blocks(item.blocks, list.tight);
    }
    xml.close();
}

void ContentWriter::item_blocks(const Blocks& blocks, bool tight) {
    for (const Block& item : blocks) {
        const auto* paragraph = std::get_if<Paragraph>(&item.node);
        if (!tight || !paragraph || !item.anchors.empty() || paragraph->alignment != Alignment::none) {
            block(item);
            continue;
        }
        this->paragraph(paragraph->children);
        if (&item != &blocks.back()) xml.line_break();
    }
}

}  // namespace notes_export::epub
