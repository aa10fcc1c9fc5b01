#include "pdf/structure.hpp"

#include "pdf/roles.hpp"
#include "pdf/trees.hpp"

namespace notes_export::pdf {

using layout::ElementId;

StructureTree::StructureTree(const layout::PagedBook& book, Document& document)
    : book_(book), document_(document), nodes_(book.elements.size()) {}

void StructureTree::attach(ElementId element) {
    // Upwards until an ancestor is in the tree already; a parent stands before its children, so this ends.
    while (!nodes_[element.value].object.valid()) {
        nodes_[element.value].object = document_.reserve();
        const ElementId parent = book_.elements[element.value].parent;
        if (!parent.valid()) {
            roots_.push_back(element.value);
            return;
        }
        nodes_[parent.value].kids.push_back({Kid::Kind::element, element.value, 0});
        element = parent;
    }
}

void StructureTree::add_page(std::uint32_t page, ObjectId object, const std::vector<ElementId>& marked) {
    pages_.push_back(object);
    std::string parents = "[";
    for (std::uint32_t id = 0; id < marked.size(); ++id) {
        attach(marked[id]);
        Node& node = nodes_[marked[id].value];
        node.kids.push_back({Kid::Kind::marked, id, page});
        if (id) parents += ' ';
        put_reference(parents, node.object);
    }
    parents_.push_back(parents + "]");
}

std::size_t StructureTree::add_annotation(std::uint32_t page, ObjectId annotation, ElementId element) {
    attach(element);
    Node& node = nodes_[element.value];
    node.kids.push_back({Kid::Kind::annotation, annotation.value, page});
    std::string parent;
    put_reference(parent, node.object);
    annotation_parents_.push_back(std::move(parent));
    return book_.pages.size() + annotation_parents_.size() - 1;
}

void StructureTree::put_kids(std::string& out, const Node& node) const {
    // Content on the page that the element names needs no dictionary of its own.
    std::uint32_t own_page = UINT32_MAX;
    for (const Kid& kid : node.kids)
        if (kid.kind != Kid::Kind::element) {
            own_page = kid.page;
            out += "/Pg ";
            put_reference(out, pages_[own_page]);
            break;
        }
    out += "/K[";
    bool first = true;
    for (const Kid& kid : node.kids) {
        if (!first) out += ' ';
        first = false;
        if (kid.kind == Kid::Kind::element) {
            put_reference(out, nodes_[kid.number].object);
            continue;
        }
        if (kid.kind == Kid::Kind::marked && kid.page == own_page) {
            put_integer(out, kid.number);
            continue;
        }
        out += kid.kind == Kid::Kind::marked ? "<</Type/MCR/MCID " : "<</Type/OBJR/Obj ";
        if (kid.kind == Kid::Kind::marked)
            put_integer(out, kid.number);
        else
            put_reference(out, {kid.number});
        if (kid.page != own_page) {
            out += "/Pg ";
            put_reference(out, pages_[kid.page]);
        }
        out += ">>";
    }
    out += ']';
}

std::string StructureTree::body(std::size_t index, ObjectId root) const {
    const layout::Element& element = book_.elements[index];
    std::string out = "/S/";
    out += structure_type(element.role);
    out += "/P ";
    put_reference(out, element.parent.valid() ? nodes_[element.parent.value].object : root);
    const auto text = [&](const char* key, const std::string& value) {
        if (value.empty()) return;
        out += key;
        put_text(out, value);
    };
    text("/Lang", element.language);
    text("/Alt", element.alt);
    if (element.role == layout::Role::note) out += "/ID(" + note_identifier(index) + ")";
    put_kids(out, nodes_[index]);
    return out;
}

ObjectId StructureTree::add_parent_tree() const {
    std::vector<std::string> values = parents_;
    values.insert(values.end(), annotation_parents_.begin(), annotation_parents_.end());
    return add_number_tree(values, document_);
}

ObjectId StructureTree::add_id_tree() const {
    std::vector<NamedValue> names;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        if (book_.elements[i].role != layout::Role::note || !nodes_[i].object.valid()) continue;
        std::string value;
        put_reference(value, nodes_[i].object);
        names.push_back({note_identifier(i), std::move(value)});
    }
    return names.empty() ? ObjectId{} : add_name_tree(names, document_);
}

ObjectId StructureTree::finish() {
    const ObjectId root = document_.reserve();
    const FigureBoxes boxes = figure_boxes(book_);
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
        if (!nodes_[i].object.valid()) continue;
        const auto box = boxes.find(i);
        document_.set(nodes_[i].object,
                      body(i, root) + structure_attributes(book_.elements[i], box == boxes.end() ? "" : box->second));
    }

    std::string out = "/Type/StructTreeRoot/K[";
    for (const std::size_t index : roots_) {
        put_reference(out, nodes_[index].object);
        out += ' ';
    }
    out += "]/ParentTree ";
    put_reference(out, add_parent_tree());
    out += "/ParentTreeNextKey ";
    put_integer(out, static_cast<std::int64_t>(parents_.size() + annotation_parents_.size()));
    if (const ObjectId ids = add_id_tree(); ids.valid()) {
        out += "/IDTree ";
        put_reference(out, ids);
    }
    // "Title" became a standard type in PDF 2.0 only.
    out += "/RoleMap<</Title/P>>";
    document_.set(root, std::move(out));
    return root;
}

}  // namespace notes_export::pdf
