#include "markdown/html/tag.hpp"

#include <algorithm>

#include "support/ascii.hpp"

namespace notes_export::markdown {
namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// Offset of the bracket that ends a tag; quotation marks hide brackets. Without one, the next `<` ends the search, so
/// that many broken tags cost no more than their length.
std::size_t closing_bracket(std::string_view html, std::size_t at) {
    const std::size_t begin = at;
    bool value = false;  // behind an equals sign, blanks aside
    for (; at < html.size(); ++at) {
        const char c = html[at];
        if (c == '>') return at;
        if (c == '<') break;
        if (value && (c == '"' || c == '\'')) {
            const auto end = html.find(c, at + 1);
            // A quotation mark that nothing closes is just a character.
            if (end != std::string_view::npos) at = end;
        }
        value = c == '=' || (value && is_blank(c));
    }
    const auto plain = html.find_first_of("<>", begin);
    return plain != std::string_view::npos && html[plain] == '>' ? plain : std::string_view::npos;
}

HtmlTag comment(std::size_t end) {
    HtmlTag tag;
    tag.kind = HtmlTag::Kind::comment;
    tag.end = end;
    return tag;
}

HtmlTag behind(std::string_view html, std::size_t at, std::string_view end, std::size_t last) {
    const auto found = last == std::string_view::npos || at > last ? std::string_view::npos : html.find(end, at);
    return comment(found == std::string_view::npos ? found : found + end.size());
}

}  // namespace

std::string closed_attributes(std::string_view attributes) {
    bool value = false;
    for (std::size_t at = 0; at < attributes.size(); ++at) {
        const char c = attributes[at];
        if (value && (c == '"' || c == '\'')) {
            const auto end = attributes.find(c, at + 1);
            if (end == std::string_view::npos)
                return std::string(attributes.substr(0, at)) + ' ' + closed_attributes(attributes.substr(at + 1));
            at = end;
        }
        value = c == '=' || (value && is_blank(c));
    }
    return std::string(attributes);
}

HtmlTag read_tag(std::string_view html, std::size_t at, const LastEnds& last) {
    const std::string_view rest = html.substr(at);
    if (rest.starts_with("<!-->")) return comment(at + 5);
    if (rest.starts_with("<!--->")) return comment(at + 6);
    if (rest.starts_with("<!--")) return behind(html, at + 4, "-->", last.comment);
    if (rest.starts_with("<?")) {
        HtmlTag tag = behind(html, at + 2, "?>", last.instruction);
        return tag.end == std::string_view::npos ? HtmlTag{} : tag;
    }
    if (rest.starts_with("<!") && rest.size() > 2 && ascii::is_letter(rest[2])) {
        HtmlTag tag = behind(html, at + 2, ">", last.bracket);
        return tag.end == std::string_view::npos ? HtmlTag{} : tag;
    }
    if (last.bracket == std::string_view::npos || at > last.bracket) return {};
    HtmlTag tag;
    std::size_t name = at + 1;
    tag.kind = HtmlTag::Kind::opening;
    if (name < html.size() && html[name] == '/') {
        ++name;
        tag.kind = HtmlTag::Kind::closing;
    }
    if (name >= html.size() || !ascii::is_letter(html[name])) return {};
    std::size_t end = name;
    while (end < html.size() && !is_blank(html[end]) && html[end] != '>' && html[end] != '/' && html[end] != '<') ++end;
    tag.name = ascii::lower(html.substr(name, end - name));
    const std::size_t bracket = closing_bracket(html, end);
    if (bracket == std::string_view::npos) return {};
    tag.attributes = html.substr(end, bracket - end);
    tag.end = bracket + 1;
    if (tag.attributes.ends_with('/')) {
        // `<a href=x/>`: the slash belongs to the address.
        const auto before = tag.attributes.size() > 1 ? tag.attributes[tag.attributes.size() - 2] : ' ';
        if (tag.attributes.find('=') == std::string_view::npos || is_blank(before) || before == '"' || before == '\'') {
            tag.self_closing = true;
            tag.attributes.remove_suffix(1);
        }
    }
    return tag;
}

}  // namespace notes_export::markdown
