#include <algorithm>
#include <optional>
#include <unordered_map>

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

/// The figure that each element is or is part of.
std::vector<layout::ElementId> figures_of(const layout::PagedBook& book) {
    std::vector<layout::ElementId> figures(book.elements.size());
    for (std::uint32_t i = 0; i < figures.size(); ++i) {
        const layout::Element& element = book.elements[i];
        if (element.role == layout::Role::figure || element.role == layout::Role::formula)
            figures[i] = {i};
        else if (element.parent.valid())
            figures[i] = figures[element.parent.value];
    }
    return figures;
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

FigureBoxes figure_boxes(const layout::PagedBook& book) {
    struct Placed {
        std::uint32_t page = 0;
        std::optional<Box> box;
    };
    const std::vector<layout::ElementId> figures = figures_of(book);
    std::unordered_map<std::uint32_t, Placed> placed;
    for (std::uint32_t page = 0; page < book.pages.size(); ++page)
        for (const layout::PageItem& item : book.pages[page].items) {
            const layout::ElementId element = element_of(item);
            if (!element.valid() || !figures[element.value].valid()) continue;
            Placed& figure = placed.try_emplace(figures[element.value].value, Placed{page, {}}).first->second;
            const std::optional<Box> box = box_of(item);
            if (box && figure.page == page) extend(figure.box, *box);
        }
    FigureBoxes texts;
    const double height = book.page_size.height.value;
    for (const auto& [element, figure] : placed) {
        if (!figure.box) continue;
        std::string& text = texts[element];
        for (const double number :
             {figure.box->left, height - figure.box->bottom, figure.box->right, height - figure.box->top}) {
            if (!text.empty()) text += ' ';
            put_number(text, number);
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
