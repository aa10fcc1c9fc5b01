#include "archive/headings.hpp"

#include "document/walk.hpp"

namespace notes_export::archive {

void normalise_headings(Blocks& blocks) {
    std::vector<int> written;  // levels of the headings that enclose this place
    for_each_block(
        blocks,
        [&](Block& block) {
            auto* heading = std::get_if<Heading>(&block.node);
            if (!heading) return;
            while (!written.empty() && written.back() >= heading->level) written.pop_back();
            written.push_back(heading->level);
            heading->level = static_cast<int>(written.size());
        },
        [](Inlines&) {});
}

}  // namespace notes_export::archive
