#include "image/svg_prolog.hpp"

#include <algorithm>

namespace notes_export::image {
namespace {

constexpr std::string_view blanks = " \t\r\n";

std::size_t behind(std::string_view text, std::string_view what, std::size_t from) {
    const std::size_t at = text.find(what, from);
    return at == std::string_view::npos ? text.size() : at + what.size();
}

/// Offset behind the `>` that ends a tag; quoted values may hold one.
std::size_t tag_end(std::string_view text, std::size_t from) {
    char quote = 0;
    for (std::size_t i = from; i < text.size(); ++i) {
        const char c = text[i];
        if (quote) {
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            return i + 1;
        }
    }
    return text.size();
}

/// Offset behind a DOCTYPE; its internal subset may hold declarations with `>` of their own.
std::size_t doctype_end(std::string_view text, std::size_t from, std::string_view& subset) {
    char quote = 0;
    std::size_t open = std::string_view::npos;
    for (std::size_t i = from; i < text.size(); ++i) {
        const char c = text[i];
        if (quote) {
            if (c == quote) quote = 0;
        } else if (text.substr(i).starts_with("<!--")) {
            i = behind(text, "-->", i) - 1;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '[' && open == std::string_view::npos) {
            open = i + 1;
        } else if (c == ']' && open != std::string_view::npos) {
            subset = text.substr(open, i - open);
            return behind(text, ">", i);
        } else if (c == '>' && open == std::string_view::npos) {
            return i + 1;
        }
    }
    return text.size();
}

}  // namespace

std::optional<SvgRoot> svg_root(std::string_view text) {
    SvgRoot root;
    std::size_t at = text.starts_with("\xef\xbb\xbf") ? 3 : 0;
    for (;;) {
        at = text.find_first_not_of(blanks, at);
        if (at == std::string_view::npos || text[at] != '<') return std::nullopt;
        const std::string_view rest = text.substr(at);
        if (rest.starts_with("<?")) {
            at = behind(text, "?>", at);
        } else if (rest.starts_with("<!--")) {
            at = behind(text, "-->", at);
        } else if (rest.starts_with("<!DOCTYPE") || rest.starts_with("<!doctype")) {
            at = doctype_end(text, at + 9, root.subset);
        } else {
            break;
        }
        if (at >= text.size()) return std::nullopt;
    }
    const std::size_t end = tag_end(text, at);
    root.begin = at;
    root.tag = text.substr(at + 1, end - at - 1);
    if (root.tag.ends_with('>')) root.tag.remove_suffix(1);
    std::string_view name = root.tag.substr(0, std::min(root.tag.find_first_of(" \t\r\n/"), root.tag.size()));
    if (const std::size_t colon = name.find(':'); colon != std::string_view::npos) name.remove_prefix(colon + 1);
    if (name != "svg") return std::nullopt;
    return root;
}

std::string_view attribute_of(std::string_view tag, std::string_view name) {
    std::size_t at = tag.find_first_of(blanks);
    while (at < tag.size()) {
        at = tag.find_first_not_of(" \t\r\n/", at);
        if (at == std::string_view::npos) break;
        const std::size_t name_end = std::min(tag.find_first_of(" \t\r\n=", at), tag.size());
        const std::string_view found = tag.substr(at, name_end - at);
        std::size_t equals = tag.find_first_not_of(blanks, name_end);
        if (equals == std::string_view::npos || tag[equals] != '=') {
            at = std::max(name_end, at + 1);
            continue;
        }
        const std::size_t open = tag.find_first_not_of(blanks, equals + 1);
        if (open == std::string_view::npos || (tag[open] != '"' && tag[open] != '\'')) break;
        const std::size_t close = tag.find(tag[open], open + 1);
        if (close == std::string_view::npos) break;
        if (found == name) return tag.substr(open + 1, close - open - 1);
        at = close + 1;
    }
    return {};
}

}  // namespace notes_export::image
