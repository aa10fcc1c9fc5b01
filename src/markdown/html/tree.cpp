#include "markdown/html/tree.hpp"

#include <algorithm>

namespace notes_export::markdown {

void* TreeMemory::allocate(std::size_t size) {
    constexpr std::size_t chunk = 64 * 1024;
    size = (size + alignof(std::max_align_t) - 1) / alignof(std::max_align_t) * alignof(std::max_align_t);
    if (left_ < size) {
        left_ = std::max(chunk, size);
        chunks_.push_back(std::make_unique<std::byte[]>(left_));
        next_ = chunks_.back().get();
    }
    void* place = next_;
    next_ += size;
    left_ -= size;
    return place;
}

Tree::Tree(std::string_view html) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = TreeMemory::take;
    options.deallocator = TreeMemory::give;
    options.userdata = &memory_;
    options.max_errors = 0;
    options.fragment_context = GUMBO_TAG_DIV;
    output_ = gumbo_parse_with_options(&options, html.data(), html.size());
}

}  // namespace notes_export::markdown
