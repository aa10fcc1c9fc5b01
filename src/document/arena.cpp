#include <algorithm>

#include "notes_export/document.hpp"

namespace notes_export {

std::string_view Arena::keep(std::string_view text) {
    if (text.empty()) return {};
    // Most notes are short, so the first chunk is small and each later one twice as large.
    constexpr std::size_t smallest = 512, largest = 64 * 1024;
    if (capacity_ - used_ < text.size()) {
        capacity_ = std::max(std::clamp(capacity_ * 2, smallest, largest), text.size());
        used_ = 0;
        chunks_.push_back(std::make_unique<char[]>(capacity_));
    }
    char* place = chunks_.back().get() + used_;
    std::copy(text.begin(), text.end(), place);
    used_ += text.size();
    return {place, text.size()};
}

}  // namespace notes_export
