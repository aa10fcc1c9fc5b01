/// Spans of the lines of a piece of text.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "notes_export/diagnostics.hpp"

namespace notes_export::source {

class LineIndex {
public:
    /// `offset` is where the piece stands in its source: spans count from the source's start.
    LineIndex(std::string_view text, std::size_t offset) : offset_(offset), size_(text.size()) {
        starts_.push_back(0);
        for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
            starts_.push_back(at + 1);
        starts_.push_back(text.size() + 1);
    }

    /// From the first character of line `first` to the last of line `last` (both from 0), without its line end.
    SourceSpan lines(std::size_t first, std::size_t last) const {
        const std::size_t count = starts_.size() - 1;
        first = std::min(first, count - 1);
        last = std::clamp(last, first, count - 1);
        return {static_cast<std::uint32_t>(offset_ + std::min(starts_[first], size_)),
                static_cast<std::uint32_t>(offset_ + std::min(starts_[last + 1] - 1, size_))};
    }

private:
    std::size_t offset_;
    std::size_t size_;
    std::vector<std::size_t> starts_;
};

}  // namespace notes_export::source
