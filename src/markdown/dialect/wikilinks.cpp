#include "markdown/dialect/wikilinks.hpp"

#include <algorithm>

namespace notes_export::markdown {
namespace {

constexpr std::size_t none = std::string_view::npos;

/// `[[name]]: /address`: meant as a reference's definition, which CommonMark leaves as text like all that refer to it.
std::set<std::string_view> find_failed_definitions(std::string_view text) {
    std::set<std::string_view> names;
    for (std::size_t at = text.find("]]: "); at != none; at = text.find("]]: ", at + 1)) {
        const std::string_view address = text.substr(at + 4, 8);
        if (!address.starts_with('/') && !address.starts_with("http") && !address.starts_with('<')) continue;
        const std::size_t open = text.substr(0, at).find_last_of("[\n");
        if (open == none || open < 1 || text[open] != '[' || text[open - 1] != '[') continue;
        if (open == 1 || text[open - 2] == '\n') names.insert(text.substr(open + 1, at - open - 1));
    }
    return names;
}

/// Offset of the bar between destination and label: the first that is not escaped, else the first ("[[a\|b]]" is how
/// a table's cell has to say it).
std::size_t find_bar(std::string_view content) {
    for (std::size_t bar = content.find('|'); bar != none; bar = content.find('|', bar + 1))
        if (bar == 0 || content[bar - 1] != '\\') return bar;
    return content.find('|');
}

}  // namespace

WikilinkReader::WikilinkReader(std::string_view text, Dialect dialect)
    : text_(text), wiki_(dialect == Dialect::obsidian || dialect == Dialect::logseq) {
    if (!wiki_) failed_definitions_ = find_failed_definitions(text);
}

std::uint32_t WikilinkReader::next_close(std::uint32_t from) {
    if (from < searched_ || from > close_) {
        searched_ = from;
        const std::size_t found = text_.find("]]", from);
        close_ = found == none ? nowhere : static_cast<std::uint32_t>(found);
    }
    return close_;
}

std::optional<LocalMark> WikilinkReader::read(const Place& place) {
    const bool embed = place[0] == '!';
    const std::uint32_t begin = place.at + (embed ? 3 : 2);
    std::uint32_t end = next_close(begin);
    if (end >= place.leaf_end()) return std::nullopt;

    const std::string_view content = slice(text_, {begin, end});
    const std::size_t stop = content.find_first_of("[|\n");
    if (stop != none && content[stop] != '|') return std::nullopt;
    // Looked at first: from here on no other link begins within the content, so it is walked once.
    if (stop != none && content.find("[[", stop) != none) return std::nullopt;
    const std::size_t bar = stop == none ? none : find_bar(content);
    if (bar != none) {
        if (content.substr(0, bar).find('\n') != none) return std::nullopt;
        const std::size_t bracket = content.find('[', bar);
        // "[[Note|[1]]]": the first of three brackets belongs to the label.
        const bool open = bracket != none && content.find(']', bracket) == none;
        if (open && end + 2 < text_.size() && text_[end + 2] == ']') ++end;
    }

    Range destination{begin, end};
    Range label{end, end};
    if (bar != none) {
        label.begin = begin + static_cast<std::uint32_t>(bar) + 1;
        destination.end = label.begin - 1;
        if (destination.size() > 0 && text_[destination.end - 1] == '\\') --destination.end;
    }
    if (!is_link(place, destination, label, embed)) return std::nullopt;
    return local_mark(embed ? LocalMark::Kind::embed : LocalMark::Kind::wikilink, {place.at, end + 2}, destination,
                      label);
}

bool WikilinkReader::is_link(const Place& place, Range destination, Range label, bool embed) const {
    const std::string_view name = slice(text_, destination);
    if (name.find_first_not_of(" \t") == none) return false;
    const Opaque* first = opaque_at(place.structure, label.end);
    const Opaque* second = opaque_at(place.structure, label.end + 1);
    if (first != nullptr && (first->kind == Opaque::Kind::code || first->kind == Opaque::Kind::html)) return false;
    if (wiki_) return true;

    // "[[ -f x ]]" is a shell's test, "[[[" a matrix.
    if (is_blank(name.front()) || (!embed && place.at > 0 && text_[place.at - 1] == '[')) return false;
    if (failed_definitions_.contains(name)) return false;
    // Where CommonMark sees a link or a picture, it is one if the name can't be a file's.
    const auto is_address = [](const Opaque* o) { return o != nullptr && o->kind == Opaque::Kind::address; };
    const bool commonmark = is_address(first) || is_address(second);
    return !commonmark || (!embed && name.find_first_of("*<>\"?") == none);
}

}  // namespace notes_export::markdown
