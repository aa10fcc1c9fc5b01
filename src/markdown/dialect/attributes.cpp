#include "markdown/dialect/attributes.hpp"

#include <algorithm>
#include <array>

#include "markdown/dialect/place.hpp"
#include "support/trimmed.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::size_t none = std::string_view::npos;

bool is_name_character(char c) {
    return is_alphanumeric(c) || c == '-' || c == '_' || c == ':' || c == '.' || is_beyond_ascii(c);
}

std::string_view take_name(std::string_view& text) {
    std::size_t end = 0;
    while (end < text.size() && is_name_character(text[end])) ++end;
    const std::string_view name = text.substr(0, end);
    text.remove_prefix(end);
    return name;
}

/// Takes a value off `text`: in quotation marks, or up to a blank.
std::optional<std::string_view> take_value(std::string_view& text) {
    const bool quoted = text.starts_with('"') || text.starts_with('\'');
    const std::size_t end = quoted ? text.find(text.front(), 1) : std::min(text.find_first_of(" \t"), text.size());
    if (end == none) return std::nullopt;
    const std::string_view value = quoted ? text.substr(1, end - 1) : text.substr(0, end);
    text.remove_prefix(end + (quoted ? 1 : 0));
    return value;
}

/// One attribute off `inside`; false when there is none.
bool take_attribute(std::string_view& inside, bool references, AttributeList& list) {
    const char sign = inside.front();
    const bool marked = sign == '#' || sign == '.';
    if (marked) inside.remove_prefix(1);
    const std::string_view name = take_name(inside);
    if (name.empty()) return false;
    if (sign == '#') list.id = name;
    if (sign == '.' && list.kind.empty()) list.kind = name;
    list.only_classes = list.only_classes && sign == '.';
    if (!marked && inside.starts_with('=')) {
        inside.remove_prefix(1);
        const auto value = take_value(inside);
        if (!value) return false;
        list.values.emplace_back(name, *value);
    } else if (!marked && !references && name != "-") {  // Pandoc's heading without a number
        return false;
    }
    return inside.empty() || is_blank(inside.front());
}

}  // namespace

std::string_view AttributeList::value(std::string_view key) const {
    for (const auto& [name, text] : values)
        if (name == key) return text;
    return {};
}

std::optional<AttributeList> read_attribute_list(std::string_view inside) {
    const bool kramdown = inside.starts_with(':');
    if (kramdown) inside.remove_prefix(1);
    inside = trimmed(inside);
    if (inside.empty()) return std::nullopt;
    AttributeList list;
    for (; !inside.empty(); inside = trimmed(inside))
        if (!take_attribute(inside, kramdown, list)) return std::nullopt;
    return list;
}

std::optional<HeadingAttributes> heading_attributes(std::string_view heading) {
    const std::size_t end = heading.find_last_not_of(" \t\n#");
    if (end == none || heading[end] != '}') return std::nullopt;
    const std::size_t open = heading.rfind('{', end);
    if (open == none || (open > 0 && heading[open - 1] == '\\')) return std::nullopt;
    const auto list = read_attribute_list(heading.substr(open + 1, end - open - 1));
    if (!list) return std::nullopt;
    const std::size_t before = open == 0 ? none : heading.find_last_not_of(" \t", open - 1);
    return HeadingAttributes{list->id, before == none ? 0 : before + 1};
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
