#include "archive/range_titles.hpp"

#include "support/ascii.hpp"
#include "unicode/text.hpp"

namespace notes_export::archive {
namespace {

constexpr std::size_t longest_range_title = 40;  // characters

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

/// Titles of the first and the last note of a range.
const std::string& first_title(const ContentsEntry& entry) {
    return entry.grouping == Grouping::range ? first_title(entry.children.front()) : entry.title;
}
const std::string& last_title(const ContentsEntry& entry) {
    return entry.grouping == Grouping::range ? last_title(entry.children.back()) : entry.title;
}

const std::string& longer(const std::string& a, const std::string& b) {
    return a.size() < b.size() ? b : a;
}

}  // namespace

std::string initial(std::string_view title) {
    const std::string rest = from_initial(title);
    std::size_t end = 0;
    unicode::decode(rest, end);
    return rest.substr(0, end);
}

RangeTitles::RangeTitles(const std::vector<ContentsEntry>& entries) {
    for (const ContentsEntry& entry : entries) {
        first_.push_back(first_title(entry));
        last_.push_back(last_title(entry));
    }
}

std::string RangeTitles::of_range(std::size_t begin, std::size_t end, bool letters) const {
    const std::string& first = first_[begin];
    const std::string& last = last_[end - 1];
    std::string from = letters ? guide(first, before(begin)) : shortened(first);
    std::string to = letters ? guide(last, behind(end)) : shortened(last);
    // A range that has not all titles of its letters is told from its own other end, too.
    if (letters && (from != initial(first) || to != initial(last))) {
        from = longer(from, guide(first, last));
        to = longer(to, guide(last, first));
    }
    return from == to ? from : from + " – " + to;
}

}  // namespace notes_export::archive
