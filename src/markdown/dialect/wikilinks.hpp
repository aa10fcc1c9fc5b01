/// `[[Note]]`, `[[folder/Note#Heading|label]]`, `![[picture.png|300]]`.
#pragma once

#include <optional>
#include <set>
#include <string_view>

#include "markdown/dialect/place.hpp"

namespace notes_export::markdown {

class WikilinkReader {
public:
    WikilinkReader(std::string_view text, Dialect dialect);

    /// The link or embed that begins at the place, which holds `[[` or `![[`. Ask in rising order: the search for
    /// closing brackets goes over each byte once.
    std::optional<LocalMark> read(const Place& place);

private:
    std::uint32_t next_close(std::uint32_t from);
    bool is_link(const Place& place, Range destination, Range label, bool embed) const;

    std::string_view text_;
    bool wiki_;  ///< the dialect's links are wikilinks: no other reading is likelier
    std::set<std::string_view> failed_definitions_;
    std::uint32_t searched_ = nowhere;
    std::uint32_t close_ = 0;
};

}  // namespace notes_export::markdown
