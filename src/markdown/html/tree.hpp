/// The tree that the HTML parser (gumbo) makes of a text.
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace notes_export::markdown {

/// Memory for the parser's tree, given back at once: its own way to free a tree recurses.
class TreeMemory {
public:
    static void* take(void* self, std::size_t size) { return static_cast<TreeMemory*>(self)->allocate(size); }
    static void give(void*, void*) {}

private:
    void* allocate(std::size_t size);

    std::vector<std::unique_ptr<std::byte[]>> chunks_;
    std::byte* next_ = nullptr;
    std::size_t left_ = 0;
};

class Tree {
public:
    /// Reads a fragment, as the content of a `div`. `html` must outlive the tree, whose nodes say where they stand in
    /// it.
    explicit Tree(std::string_view html);
    Tree(const Tree&) = delete;
    Tree& operator=(const Tree&) = delete;

    const GumboNode& root() const { return *output_->root; }

private:
    TreeMemory memory_;
    const GumboOutput* output_;  ///< lives in `memory_`
};

/// Null for a node that is no element.
inline const GumboElement* as_element(const GumboNode& node) {
    return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE ? &node.v.element : nullptr;
}
inline std::string_view view(GumboStringPiece piece) {
    return {piece.data, piece.length};
}

}  // namespace notes_export::markdown
