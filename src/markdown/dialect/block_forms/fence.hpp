/// Fenced code, in which no form begins.
#pragma once

#include <cstddef>
#include <string_view>

namespace notes_export::markdown {

/// Follows fences from line to line.
class Fence {
public:
    /// Whether the line is a fence or the code within one.
    bool takes(std::string_view line);
    /// Whether the line taken last leaves a fence open.
    bool is_open() const { return character_ != 0; }

private:
    char character_ = 0;  ///< of the open fence; 0 outside
    std::size_t length_ = 0;
};

}  // namespace notes_export::markdown
