#include <algorithm>
#include <optional>

#include "pdf/structure.hpp"

namespace notes_export::pdf {
namespace {

using layout::Role;

std::string_view numbering_name(Numbering numbering) {
    switch (numbering) {
        case Numbering::bullet:
            return "Disc";
        case Numbering::decimal:
            return "Decimal";
        case Numbering::lower_alpha:
            return "LowerAlpha";
        case Numbering::upper_alpha:
            return "UpperAlpha";
        case Numbering::lower_roman:
            return "LowerRoman";
        case Numbering::upper_roman:
            return "UpperRoman";
    }
    return "None";
}

struct Box {
    double left, top, right, bottom;
};

Box around(const Rect& rect) {
    return {rect.x.value, rect.y.value, rect.right().value, rect.bottom().value};
}

std::optional<Box> box_of(const layout::PageItem& item) {
    if (const auto* picture = std::get_if<layout::Picture>(&item)) return around(picture->rect);
    if (const auto* fill = std::get_if<layout::Fill>(&item)) return around(fill->rect);
    if (const auto* stroke = std::get_if<layout::Stroke>(&item)) return around(stroke->rect);
    const auto* run = std::get_if<layout::GlyphRun>(&item);
    if (!run || run->glyphs.empty()) return std::nullopt;
    const layout::PlacedGlyph& last = run->glyphs.back();
    return Box{run->origin.x.value, (run->origin.y - run->size * 0.8).value,
               (run->origin.x + last.x + last.advance).value, (run->origin.y + run->size * 0.25).value};
}

/// The figure that an element is or is part of.
layout::ElementId figure_of(const layout::PagedBook& book, layout::ElementId element) {
    for (; element.valid(); element = book.elements[element.value].parent) {
        const Role role = book.elements[element.value].role;
        if (role == Role::figure || role == Role::formula) return element;
    }
    return {};
}

layout::ElementId element_of(const layout::PageItem& item) {
    return std::visit([](const auto& one) { return one.element; }, item);
}

void extend(std::optional<Box>& box, const Box& other) {
    if (!box) {
        box = other;
        return;
    }
    box = Box{std::min(box->left, other.left), std::min(box->top, other.top), std::max(box->right, other.right),
              std::max(box->bottom, other.bottom)};
}

}  // namespace

std::vector<std::string> figure_boxes(const layout::PagedBook& book) {
    std::vector<std::optional<Box>> boxes(book.elements.size());
    std::vector<std::uint32_t> pages(book.elements.size(), UINT32_MAX);
    for (std::uint32_t page = 0; page < book.pages.size(); ++page)
        for (const layout::PageItem& item : book.pages[page].items) {
            const layout::ElementId figure = figure_of(book, element_of(item));
            if (!figure.valid()) continue;
            if (pages[figure.value] == UINT32_MAX) pages[figure.value] = page;
            const std::optional<Box> box = box_of(item);
            if (box && pages[figure.value] == page) extend(boxes[figure.value], *box);
        }
    std::vector<std::string> texts(book.elements.size());
    const double height = book.page_size.height.value;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (!boxes[i]) continue;
        bool first = true;
        for (const double number :
             {boxes[i]->left, height - boxes[i]->bottom, boxes[i]->right, height - boxes[i]->top}) {
            if (!first) texts[i] += ' ';
            first = false;
            put_number(texts[i], number);
        }
    }
    return texts;
}

std::string structure_attributes(const layout::Element& element, const std::string& box) {
    std::string table;
    if (element.scope == layout::HeaderScope::column) table += "/Scope/Column";
    if (element.scope == layout::HeaderScope::row) table += "/Scope/Row";
    if (element.columns > 1) table += "/ColSpan " + std::to_string(element.columns);
    if (element.rows > 1) table += "/RowSpan " + std::to_string(element.rows);
    if (!table.empty()) return "/A<</O/Table" + table + ">>";
    if (element.role == Role::list)
        return "/A<</O/List/ListNumbering/" + std::string(numbering_name(element.numbering)) + ">>";
    if (!box.empty()) return "/A<</O/Layout/Placement/Block/BBox[" + box + "]>>";
    return {};
}

std::string note_identifier(std::size_t element) {
    // Of one width, so that the order of numbers is that of the name tree.
    const std::string digits = std::to_string(element);
    return "n" + std::string(10 - std::min<std::size_t>(10, digits.size()), '0') + digits;
}

}  // namespace notes_export::pdf
