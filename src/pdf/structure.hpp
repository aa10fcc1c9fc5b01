/// The structure tree of a tagged PDF (ISO 32000-1, 14.7 and 14.8), from the elements of the pages' items.
///
/// Pages are told in order; an element joins its parent where the first content of it stands, so reading order is the
/// order of what was told. Elements without content are left out.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "layout/page.hpp"
#include "pdf/document.hpp"

namespace notes_export::pdf {

class StructureTree {
public:
    StructureTree(const layout::PagedBook& book, Document& document);

    /// The element of each marked-content id of the page with this index. The page's `/StructParents` is its index.
    void add_page(std::uint32_t page, ObjectId object, const std::vector<layout::ElementId>& marked);
    /// An annotation on a page that was told. Gives its `/StructParent`.
    std::size_t add_annotation(std::uint32_t page, ObjectId annotation, layout::ElementId element);

    /// Adds all elements to the document. Gives the `/StructTreeRoot`.
    ObjectId finish();

private:
    /// A piece of content, an annotation or an element.
    struct Kid {
        enum class Kind : std::uint8_t { marked, annotation, element } kind;
        std::uint32_t number;  ///< marked-content id, object number, or index of the element
        std::uint32_t page;
    };
    struct Node {
        ObjectId object;  ///< not valid: not in the tree
        std::vector<Kid> kids;
    };

    void attach(layout::ElementId element);
    std::string body(std::size_t index, ObjectId root) const;
    void put_kids(std::string& out, const Node& node) const;
    ObjectId add_parent_tree() const;
    ObjectId add_id_tree() const;

    const layout::PagedBook& book_;
    Document& document_;
    std::vector<Node> nodes_;           ///< by `ElementId`
    std::vector<ObjectId> pages_;       ///< by index
    std::vector<std::string> parents_;  ///< values of the parent tree: of pages, then of annotations
    std::vector<std::string> annotation_parents_;
    std::vector<std::size_t> roots_;  ///< elements without a parent
};

/// Attributes of an element beyond its kind (14.8.5): `/A` with its value, or nothing. `box` is empty or the place of
/// a figure on its page, in PDF's coordinates.
std::string structure_attributes(const layout::Element& element, const std::string& box);

/// Places of figures and formulas: "left bottom right top" by `ElementId`, on the first page each is on.
using FigureBoxes = std::unordered_map<std::uint32_t, std::string>;
FigureBoxes figure_boxes(const layout::PagedBook& book);

/// An identifier that a note's element must have (PDF/UA-1, 7.9).
std::string note_identifier(std::size_t element);

}  // namespace notes_export::pdf
