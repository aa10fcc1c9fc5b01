#include "archive/contents_levels.hpp"

#include <algorithm>

#include "archive/range_titles.hpp"
#include "locale/dates.hpp"
#include "unicode/text.hpp"

namespace notes_export::archive {
namespace {

using Entries = std::vector<ContentsEntry>;

constexpr std::size_t longest_level = 60;
/// More months than this are put below their years.
constexpr std::size_t most_months = 24;

std::chrono::year_month month_of(const Timestamp& date) {
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(date.at)};
    return {day.year(), day.month()};
}

bool sorted_by_initial(const std::vector<std::string>& initials) {
    for (std::size_t i = 1; i < initials.size(); ++i)
        if (unicode::natural_less(initials[i], initials[i - 1])) return false;
    return initials.front() != initials.back();
}

}  // namespace

std::vector<ContentsEntry> in_levels(std::vector<ContentsEntry> entries) {
    for (ContentsEntry& entry : entries)
        if (entry.children.size() > longest_level) entry.children = in_levels(std::move(entry.children));
    if (entries.size() <= longest_level) return entries;
    std::vector<std::string> initials;
    initials.reserve(entries.size());
    for (const ContentsEntry& entry : entries) initials.push_back(initial(entry.title));
    const bool letters = sorted_by_initial(initials);
    const RangeTitles titles(entries);
    // As many ranges as entries in each, within the limit.
    std::size_t size = longest_level;
    while (size > 24 && (entries.size() + size - 2) / (size - 1) < size - 1) --size;
    Entries out;
    for (std::size_t begin = 0; begin < entries.size();) {
        std::size_t end = std::min(begin + size, entries.size());
        if (letters && end < entries.size()) {  // cut where the letter changes, if it does
            std::size_t cut = end;
            while (cut > begin && initials[cut] == initials[cut - 1]) --cut;
            if (cut > begin) end = cut;
        }
        ContentsEntry range{titles.of_range(begin, end, letters), std::nullopt, {}, Grouping::range};
        range.children.assign(std::make_move_iterator(entries.begin() + static_cast<std::ptrdiff_t>(begin)),
                              std::make_move_iterator(entries.begin() + static_cast<std::ptrdiff_t>(end)));
        out.push_back(std::move(range));
        begin = end;
    }
    return out.size() > longest_level && out.size() < initials.size() ? in_levels(std::move(out)) : out;
}

std::vector<ContentsEntry> by_calendar(std::span<const Draft* const> drafts, const std::string& language) {
    struct Month {
        std::optional<Timestamp> date;
        Entries entries;
    };
    std::vector<Month> months;
    for (const Draft* draft : drafts) {
        const std::optional<Timestamp>& date = draft->note.date;
        const bool new_month =
            months.empty() || (date && (!months.back().date || month_of(*months.back().date) != month_of(*date)));
        // Undated notes in front of the first dated one stand by themselves.
        if (new_month) months.push_back({date, {}});
        months.back().entries.push_back({draft->note.title, draft->note.id, {}});
    }
    Entries out;
    const std::size_t dated = static_cast<std::size_t>(
        std::count_if(months.begin(), months.end(), [](const Month& month) { return month.date.has_value(); }));
    std::optional<std::chrono::year> year;
    for (Month& month : months) {
        Entries notes = in_levels(std::move(month.entries));
        if (!month.date || dated < 2) {
            for (ContentsEntry& note : notes) out.push_back(std::move(note));
            continue;
        }
        ContentsEntry entry{locale::month_and_year(*month.date, language), std::nullopt, std::move(notes),
                            Grouping::calendar};
        if (dated <= most_months) {
            out.push_back(std::move(entry));
            continue;
        }
        if (const auto own = month_of(*month.date).year(); own != year) {
            year = own;
            out.push_back({locale::year(*month.date, language), std::nullopt, {}, Grouping::calendar});
        }
        out.back().children.push_back(std::move(entry));
    }
    return out;
}

}  // namespace notes_export::archive
