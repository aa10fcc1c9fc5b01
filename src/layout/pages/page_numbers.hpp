/// Printed page numbers: what stands before the notes, the cover counted, has roman ones; the notes begin at 1.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace notes_export::layout {

/// Pages are counted from the book's first, which is 0.
class PageNumbers {
public:
    PageNumbers() = default;
    /// `front`: how many pages stand before the notes.
    explicit PageNumbers(std::uint32_t front) : front_(front) {}

    /// As viewers show it: "iii", "12".
    std::string label(std::uint32_t page) const;

    /// As it is printed, in the figures of a language: "iii", "۱۲".
    std::string printed(std::uint32_t page, std::string_view language) const;

    /// The room that it needs, in tabular digits.
    int digits(std::uint32_t page) const;

private:
    bool is_roman(std::uint32_t page) const;

    std::uint32_t front_ = 0;
};

}  // namespace notes_export::layout
