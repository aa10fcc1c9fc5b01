#include <algorithm>
#include <string>
#include <utility>

#include "document/task_states.hpp"
#include "layout/blocks/blocks.hpp"
#include "layout/blocks/inlines.hpp"
#include "locale/figures.hpp"
#include "locale/words.hpp"

namespace notes_export::layout {
namespace {

std::string alphabetic(std::int32_t value, char first) {
    if (value < 1) return std::to_string(value);
    std::string letters;
    for (; value > 0; value = (value - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>(first + (value - 1) % 26));
    return letters;
}

std::string roman(std::int32_t value, bool upper) {
    if (value < 0) return std::to_string(value);
    std::string numeral = locale::lower_roman(static_cast<std::size_t>(value));
    if (upper)
        std::ranges::transform(numeral, numeral.begin(),
                               [](char c) { return c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c; });
    return numeral;
}

std::string number_of(const List& list, std::int32_t value) {
    std::string number;
    switch (list.numbering) {
        case Numbering::bullet:
            return "•";
        case Numbering::decimal:
            number = std::to_string(value);
            break;
        case Numbering::lower_alpha:
            number = alphabetic(value, 'a');
            break;
        case Numbering::upper_alpha:
            number = alphabetic(value, 'A');
            break;
        case Numbering::lower_roman:
            number = roman(value, false);
            break;
        case Numbering::upper_roman:
            number = roman(value, true);
            break;
    }
    return number + list.delimiter;
}

/// As the writer numbers them: in the source's own figures, as the EPUB has them too.
std::vector<std::string> labels_of(const List& list) {
    std::vector<std::string> labels;
    std::int32_t value = list.start;
    if (list.reversed && list.start == 1) value = static_cast<std::int32_t>(list.items.size());
    for (const ListItem& item : list.items) {
        if (item.value) value = *item.value;
        labels.push_back(item.task ? std::string() : number_of(list, value));
        value += list.reversed ? -1 : 1;
    }
    return labels;
}

TextStyle label_look(const Frame& frame, const List& list) {
    TextStyle style = frame.text;
    style.font.italic = false;
    style.font.bold = false;
    style.hyphenate = false;
    style.features.old_style_figures = false;
    style.features.tabular_figures = true;
    if (list.numbering == Numbering::bullet) {
        style.font = {text::Family::sans, true, false};
    }
    return style;
}

/// A box of a task, with its state: done, open, cancelled, half-way; any other is shown as its character.
Strip task_box(Compositor& compositor, const Frame& frame, char state, Points room, ElementId label) {
    const Points side = std::min(compositor.pt(7.4), room * 0.8);
    const Points x = frame.mirrored() ? frame.x + frame.width - side : frame.x;
    const Points y = -side + compositor.pt(0.6);
    const Points line = compositor.pt(0.7);
    Strip strip;
    strip.items.push_back(Stroke{{x, y, side, side}, line, {}, compositor.pt(0.9), {}, label});
    const auto at = [&](double right, double down) { return Point{x + side * right, y + side * down}; };
    const auto draw = [&](std::vector<Point> points) {
        strip.items.push_back(Polyline{std::move(points), compositor.pt(1), {}, false, false, label});
    };
    switch (state) {
        case ' ':
            break;
        case 'x':
        case 'X':
            draw({at(0.22, 0.52), at(0.43, 0.74), at(0.8, 0.26)});
            break;
        case '-':
            draw({at(0.25, 0.5), at(0.75, 0.5)});
            break;
        case '/':
            draw({at(0.28, 0.76), at(0.72, 0.24)});
            break;
        case '>':
            draw({at(0.36, 0.25), at(0.68, 0.5), at(0.36, 0.75)});
            break;
        case '<':
            draw({at(0.64, 0.25), at(0.32, 0.5), at(0.64, 0.75)});
            break;
        default: {
            TextStyle style = label_style(frame, side * 0.8, true);
            ParagraphStyle centered;
            centered.setting = Setting::centered;
            auto lines =
                set_paragraph({words(std::string(1, state), style, label)}, centered, side, compositor.book.fonts);
            if (!lines.empty()) add_line(strip, std::move(lines.front()), {x, y + side * 0.78});
        }
    }
    compositor.elements[label.value].alt = locale::word(task_word(state), compositor.note.language);
    return strip;
}

/// Lines of the whole item, with the label put before what stands in its first line.
void put_label(Compositor& compositor, std::size_t first, Strip label) {
    if (compositor.next() == first) {
        Strip empty;
        empty.height = compositor.design().leading;
        empty.baseline = baseline_in(empty.height, compositor.design().size);
        compositor.add(std::move(empty));
    }
    Strip& strip = compositor.galley().strips[first];
    Strip content = std::exchange(strip, Strip{});
    strip.height = content.height;
    strip.space_before = content.space_before;
    strip.baseline = content.baseline;
    strip.break_cost = content.break_cost;
    strip.head = content.head;
    strip.snap = content.snap;
    strip.opening = content.opening;
    strip.part = content.part;
    add_strip(strip, std::move(label), {{}, content.baseline});
    add_strip(strip, std::move(content), {});
}

}  // namespace

void set_block(Compositor& compositor, const List& list, const Frame& frame) {
    const Design& design = compositor.design();
    const ElementId element = compositor.element(Role::list, frame.parent);
    compositor.elements[element.value].numbering = list.numbering;
    const std::vector<std::string> labels = labels_of(list);
    const TextStyle look = label_look(frame, list);
    const auto& fonts = compositor.book.fonts;

    Points widest;
    for (const std::string& label : labels)
        if (!label.empty()) widest = std::max(widest, content_widths({words(label, look, {})}, {}, fonts).most);
    const bool bullets = list.numbering == Numbering::bullet;
    const Points wanted = bullets ? compositor.pt(13) : std::max(compositor.pt(16), widest + compositor.pt(5));
    const Points by = inset(compositor, frame, wanted);
    const Points gap = std::min(compositor.pt(bullets ? 3.2 : 5), by * 0.3);
    // So deep that a label has no room beside the text: it runs into it.
    const bool runs_in = widest > by - gap * 0.5;

    Frame inner = indented(frame, by);
    inner.flush = frame.flush || frame.mirrored();  // an item of another direction stays beside its label
    inner.paragraph_space = list.tight ? Points{} : design.grid;
    if (characters(inner.width, inner.text.size) < 45 && inner.setting == Setting::justified)
        inner.setting = Setting::ragged;
    compositor.space(list.tight && frame.paragraph_space.value == 0 ? Points{} : design.grid);
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        const ListItem& item = list.items[i];
        const ElementId item_element = compositor.element(Role::list_item, element);
        const ElementId label_element = compositor.element(Role::label, item_element);
        inner.parent = compositor.element(Role::list_body, item_element);
        if (i > 0) compositor.space(inner.paragraph_space);
        const std::size_t first = compositor.next();
        if (runs_in && !item.task) compositor.run_in = {words(labels[i] + " ", look, label_element)};
        compositor.beside_label = !runs_in;
        set_blocks(compositor, item.blocks, inner);
        flush_run_in(compositor, inner);
        compositor.beside_label = false;
        if (item.task) {
            put_label(compositor, first, task_box(compositor, frame, *item.task, by, label_element));
        } else if (!runs_in) {
            ParagraphStyle style;
            style.setting = frame.mirrored() ? Setting::ragged : Setting::right;
            style.direction = frame.direction;
            Strip label;
            auto lines = set_paragraph({words(labels[i], look, label_element)}, style, by - gap, fonts);
            const Points x = frame.mirrored() ? frame.x + frame.width - by + gap : frame.x;
            if (!lines.empty()) {
                if (frame.mirrored()) {
                    // Flush with the text: the left end of its room.
                    ParagraphStyle left = style;
                    left.direction = Direction::left_to_right;
                    lines = set_paragraph({words(labels[i], look, label_element)}, left, by - gap, fonts);
                }
                add_line(label, std::move(lines.front()), {x, {}});
            }
            put_label(compositor, first, std::move(label));
        }
        constexpr std::size_t kept_whole = 8;
        if (compositor.next() - first <= kept_whole) compositor.keep_together(first, break_costs::within_item);
    }
    compositor.space(list.tight && frame.paragraph_space.value == 0 ? Points{} : design.grid);
}

}  // namespace notes_export::layout
