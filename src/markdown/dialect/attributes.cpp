#include "markdown/dialect/attributes.hpp"

#include <algorithm>
#include <array>

#include "markdown/dialect/place.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::size_t none = std::string_view::npos;

bool is_name(std::string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
        return is_alphanumeric(c) || c == '-' || c == '_' || c == ':' || c == '.' || is_beyond_ascii(c);
    });
}

}  // namespace

std::optional<Attributes> heading_attributes(std::string_view heading) {
    const std::size_t end = heading.find_last_not_of(" \t\n#");
    if (end == none || heading[end] != '}') return std::nullopt;
    const std::size_t open = heading.rfind('{', end);
    if (open == none || (open > 0 && heading[open - 1] == '\\')) return std::nullopt;
    std::string_view inside = heading.substr(open + 1, end - open - 1);
    if (inside.starts_with(':')) inside.remove_prefix(1);
    Attributes attributes;
    bool any = false;
    while (true) {
        const std::size_t begin = inside.find_first_not_of(" \t");
        if (begin == none) break;
        inside.remove_prefix(begin);
        const std::size_t word_end = std::min(inside.find_first_of(" \t"), inside.size());
        const std::string_view word = inside.substr(0, word_end);
        const std::size_t equals = word.find('=');
        const bool marked = word.front() == '#' || word.front() == '.';
        if (marked ? !is_name(word.substr(1)) : equals == none ? word != "-" : !is_name(word.substr(0, equals)))
            return std::nullopt;
        if (word.front() == '#') attributes.id = word.substr(1);
        any = true;
        inside.remove_prefix(word_end);
    }
    if (!any) return std::nullopt;
    const std::size_t before = open == 0 ? none : heading.find_last_not_of(" \t", open - 1);
    attributes.begin = before == none ? 0 : before + 1;
    return attributes;
}

std::optional<char> task_state(std::string_view item) {
    if (item.size() < 4 || item[0] != '[' || item[2] != ']' || !is_blank(item[3])) return std::nullopt;
    const char state = item[1];
    if (state < ' ' || state > '~' || state == '[' || state == ']' || state == '\\' || state == '^')
        return std::nullopt;
    return state;
}

std::optional<Property> property_line(std::string_view line) {
    constexpr std::array<std::string_view, 10> technical = {
        "id",         "collapsed",          "heading",      "background-color", "created-at",
        "updated-at", "card-last-interval", "card-repeats", "card-ease-factor", "card-next-schedule"};
    const std::size_t colons = line.find(":: ");
    const std::size_t end = colons != none ? colons : line.ends_with("::") ? line.size() - 2 : none;
    if (end == none || end == 0) return std::nullopt;
    Property property;
    property.key = line.substr(0, end);
    if (!std::all_of(property.key.begin(), property.key.end(), [](char c) {
            return is_alphanumeric(c) || c == '-' || c == '_' || c == '.' || c == '/' || is_beyond_ascii(c);
        }))
        return std::nullopt;
    property.value = line.substr(std::min(end + 3, line.size()));
    property.technical = std::find(technical.begin(), technical.end(), property.key) != technical.end();
    return property;
}

}  // namespace notes_export::markdown
