/// What ranges of entries are called in long contents: "A – C", within one letter "Aa – Al", else "first – last".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "notes_export/archive.hpp"

namespace notes_export::archive {

/// The first letter or digit, as a capital; of a title that has none its first character.
std::string initial(std::string_view title);

/// The titles of some entries, and what tells ranges of them from those around.
class RangeTitles {
public:
    explicit RangeTitles(const std::vector<ContentsEntry>& entries);

    /// Of the entries from `begin` up to `end`: by as few letters as tell it apart, as the guide words of a dictionary
    /// do; where entries are not sorted by letters, by the whole titles of the first and the last.
    std::string of_range(std::size_t begin, std::size_t end, bool letters) const;

private:
    std::string_view before(std::size_t begin) const { return begin == 0 ? std::string_view() : last_[begin - 1]; }
    std::string_view behind(std::size_t end) const { return end == first_.size() ? std::string_view() : first_[end]; }

    std::vector<std::string> first_, last_;  ///< notes below each entry
};

}  // namespace notes_export::archive
