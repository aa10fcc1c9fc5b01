#include "archive/contents_levels.hpp"

#include <algorithm>

#include "locale/dates.hpp"
#include "support/ascii.hpp"
#include "unicode/text.hpp"

namespace notes_export::archive {
namespace {

using Entries = std::vector<ContentsEntry>;

constexpr std::size_t longest_level = 60;
/// More months than this are put below their years.
constexpr std::size_t most_months = 24;
constexpr std::size_t longest_range_title = 40;  // characters

std::chrono::year_month month_of(const Timestamp& date) {
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(date.at)};
    return {day.year(), day.month()};
}

/// From the first letter or digit on, which is a capital; several scripts have no "letters" in this sense, but any sign
/// serves.
std::string from_initial(std::string_view title) {
    const std::string whole = unicode::nfc(title);
    for (std::size_t i = 0; i < whole.size();) {
        const std::size_t begin = i;
        const char32_t c = unicode::decode(whole, i);
        if (c < 0x80 && !ascii::is_alphanumeric(c)) continue;
        std::string rest = whole.substr(begin);
        rest[0] = ascii::upper(rest[0]);
        return rest;
    }
    return whole.empty() ? "#" : whole;
}

std::string initial(std::string_view title) {
    const std::string rest = from_initial(title);
    std::size_t end = 0;
    unicode::decode(rest, end);
    return rest.substr(0, end);
}

/// The beginning of a title that tells it from its neighbour, as the guide words of a dictionary do: at least its
/// initial.
std::string guide(std::string_view title, std::string_view neighbour) {
    const std::string own = from_initial(title);
    const std::string other = from_initial(neighbour);
    std::size_t at = 0, there = 0, characters = 0;
    while (at < own.size() && ++characters < longest_range_title) {
        const std::size_t before = at, before_there = there;
        unicode::decode(own, at);
        if (there < other.size()) unicode::decode(other, there);
        if (unicode::lower(own.substr(before, at - before)) !=
            unicode::lower(other.substr(before_there, there - before_there)))
            break;
    }
    while (at > 1 && own[at - 1] == ' ') --at;
    return own.substr(0, at);
}

std::string shortened(std::string_view title) {
    std::size_t characters = 0, i = 0;
    while (i < title.size()) {
        if (++characters > longest_range_title) return std::string(title.substr(0, i)) + "…";
        unicode::decode(title, i);
    }
    return std::string(title);
}

bool sorted_by_initial(const std::vector<std::string>& initials) {
    for (std::size_t i = 1; i < initials.size(); ++i)
        if (unicode::natural_less(initials[i], initials[i - 1])) return false;
    return initials.front() != initials.back();
}

/// Titles of the first and the last note of a range.
const std::string& first_title(const ContentsEntry& entry) {
    return entry.grouping == Grouping::range ? first_title(entry.children.front()) : entry.title;
}
const std::string& last_title(const ContentsEntry& entry) {
    return entry.grouping == Grouping::range ? last_title(entry.children.back()) : entry.title;
}

/// Names ranges by what tells them from those around them: letters, else whole titles.
class RangeTitles {
public:
    explicit RangeTitles(const Entries& entries) {
        for (const ContentsEntry& entry : entries) {
            first_.push_back(first_title(entry));
            last_.push_back(last_title(entry));
        }
    }

    std::string of_range(std::size_t begin, std::size_t end, bool letters) const {
        const std::string from = letters ? first_guide(begin, end) : shortened(first_[begin]);
        const std::string to = letters ? last_guide(begin, end) : shortened(last_[end - 1]);
        return from == to ? from : from + " – " + to;
    }

private:
    std::string_view before(std::size_t begin) const { return begin == 0 ? std::string_view() : last_[begin - 1]; }
    std::string_view behind(std::size_t end) const { return end == first_.size() ? std::string_view() : first_[end]; }

    /// Whether the range has all titles of the letters that it begins and ends with.
    bool has_whole_letters(std::size_t begin, std::size_t end) const {
        return guide(first_[begin], before(begin)) == initial(first_[begin]) &&
               guide(last_[end - 1], behind(end)) == initial(last_[end - 1]);
    }

    /// Tells the range's beginning from what stands before it and, within one letter, from its own end.
    std::string first_guide(std::size_t begin, std::size_t end) const {
        std::string outer = guide(first_[begin], before(begin));
        if (has_whole_letters(begin, end)) return outer;
        return longer(outer, guide(first_[begin], last_[end - 1]));
    }
    std::string last_guide(std::size_t begin, std::size_t end) const {
        std::string outer = guide(last_[end - 1], behind(end));
        if (has_whole_letters(begin, end)) return outer;
        return longer(outer, guide(last_[end - 1], first_[begin]));
    }
    static std::string longer(const std::string& a, const std::string& b) { return a.size() < b.size() ? b : a; }

    std::vector<std::string> first_, last_;  ///< of each entry
};

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
