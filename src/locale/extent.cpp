#include "locale/extent.hpp"

#include "locale/dates.hpp"
#include "locale/words.hpp"

namespace notes_export::locale {

std::string extent(std::size_t notes, const std::optional<Timestamp>& first, const std::optional<Timestamp>& last,
                   std::string_view language) {
    std::string line = counted("notes", notes, language);
    if (first && last) line += " · " + date_range(*first, *last, language);
    return line;
}

}  // namespace notes_export::locale
