#include "markdown/dialect/link_tail.hpp"

#include <algorithm>

namespace notes_export::markdown {
namespace {

constexpr std::size_t none = std::string_view::npos;

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text[at] == '>')) ++at;
    return at;
}

/// Behind the destination that begins at `at`, or `none`.
std::size_t destination_end(std::string_view text, std::size_t at) {
    if (at < text.size() && text[at] == '<') {
        for (++at; at < text.size() && text[at] != '\n' && text[at] != '<'; ++at) {
            if (text[at] == '>') return at + 1;
            if (text[at] == '\\' && at + 1 < text.size()) ++at;
        }
        return none;
    }
    int depth = 0;
    for (; at < text.size() && static_cast<unsigned char>(text[at]) > ' '; ++at) {
        if (text[at] == '\\' && at + 1 < text.size() && text[at + 1] > ' ') {
            ++at;
        } else if (text[at] == '(') {
            if (++depth > 32) return none;
        } else if (text[at] == ')') {
            if (depth-- == 0) break;
        }
    }
    return at;
}

/// Behind the title that begins at `at`, or `none`.
std::size_t title_end(std::string_view text, std::size_t at) {
    const char quote = text[at] == '(' ? ')' : text[at];
    for (++at; at < text.size(); ++at) {
        if (text[at] == quote) return at + 1;
        if (text[at] == '\\') ++at;
        if (text.substr(at, 2) == "\n\n") break;
    }
    return none;
}

/// Behind `(destination "title")` that begins at `at`, or `none`.
std::size_t inline_end(std::string_view text, std::size_t at) {
    at = skip_blanks(text, at + 1);
    if (at < text.size() && text[at] == ')') return at + 1;
    at = destination_end(text, at);
    if (at == none) return none;
    at = skip_blanks(text, at);
    if (at < text.size() && (text[at] == '"' || text[at] == '\'' || text[at] == '(')) {
        at = title_end(text, at);
        if (at == none) return none;
        at = skip_blanks(text, at);
    }
    return at < text.size() && text[at] == ')' ? at + 1 : none;
}

std::size_t label_end(std::string_view text, std::size_t at) {
    for (++at; at < text.size() && text[at] != '['; ++at) {
        if (text[at] == ']') return at + 1;
        if (text[at] == '\\') ++at;
    }
    return none;
}

}  // namespace

Range link_tail(std::string_view text, std::uint32_t from) {
    const std::size_t bracket = text.find(']', from);
    if (bracket == none) return {from, from};
    std::size_t end = bracket + 1;
    if (end < text.size() && text[end] == '(') {
        if (const std::size_t behind = inline_end(text, end); behind != none) end = behind;
    } else if (end < text.size() && text[end] == '[') {
        if (const std::size_t behind = label_end(text, end); behind != none) end = behind;
    }
    return {static_cast<std::uint32_t>(bracket), static_cast<std::uint32_t>(end)};
}

}  // namespace notes_export::markdown
