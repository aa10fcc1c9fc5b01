#include "markdown/open_block.hpp"

#include <utility>

namespace notes_export::markdown {

void OpenBlock::put(Block inner) {
    if (!waiting.empty()) {
        inner.anchors.insert(inner.anchors.begin(), waiting.begin(), waiting.end());
        waiting.clear();
    }
    if (part == Part::list) {
        items.emplace_back().blocks.push_back(std::move(inner));
    } else {
        blocks.push_back(std::move(inner));
    }
}

}  // namespace notes_export::markdown
