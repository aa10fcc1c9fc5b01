#include "property/vanishing.hpp"

#include <algorithm>

namespace notes_export::property {
namespace {

constexpr std::size_t none = std::string_view::npos;

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

Vanishing::Vanishing(const Source& source, const Diagnostics& diagnostics) : text_(source.text) {
    take(0, source.body);
    between("<!--", "-->");
    between("%%", "%%");
    between("<script", "</script>");
    between("<style", "</style>");
    if (source.dialect == Dialect::hugo) between("{{", "}}");
    if (source.dialect == Dialect::jekyll) {
        between("{%", "%}");
        between("{{", "}}");
        between("comment", "endcomment");
    }
    if (source.dialect == Dialect::logseq) between(":LOGBOOK:", ":END:");
    tags();
    lines();
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        if (diagnostic.source != source.id || diagnostic.id == "cells-joined") continue;  // whose words are there
        const std::size_t begin = diagnostic.span.begin == 0 ? none : text_.rfind('\n', diagnostic.span.begin - 1);
        take(begin == none ? 0 : begin + 1, std::min(text_.find('\n', diagnostic.span.end), text_.size()));
    }
}

void Vanishing::between(std::string_view open, std::string_view close) {
    for (std::size_t at = text_.find(open); at != none; at = text_.find(open, at + 1)) {
        const std::size_t end = text_.find(close, at + open.size());
        if (end != none) take(at, end + close.size());
    }
}

/// A tag's attributes: up to its bracket, quotation marks hide others.
void Vanishing::tags() {
    for (std::size_t at = text_.find('<'); at != none; at = text_.find('<', at + 1)) {
        const char next = at + 1 < text_.size() ? text_[at + 1] : ' ';
        if (!is_letter(next) && next != '/' && next != '!' && next != '?') continue;
        char quote = 0;
        for (std::size_t end = at + 1; end < text_.size(); ++end) {
            const char c = text_[end];
            if (quote == 0 && (c == '"' || c == '\'') && text_[end - 1] == '=')
                quote = c;
            else if (c == quote)
                quote = 0;
            // A quote's mark is none of the tag's.
            const std::size_t before = text_.find_last_not_of(" >", end);
            if (quote == 0 && c == '>' && before != none && text_[before] != '\n') {
                take(at, end);
                break;
            }
        }
    }
}

/// What is a line's: definitions of links with a title in the next line, attributes, the heads of forms.
void Vanishing::lines() {
    for (std::size_t begin = 0; begin < text_.size();) {
        const std::size_t end = std::min(text_.find('\n', begin), text_.size());
        const std::string_view line = text_.substr(begin, end - begin);
        const std::size_t open = std::min(line.find_first_not_of(" \t>-+*.)0123456789"), line.size());
        const std::string_view words = line.substr(open);
        if (words.starts_with("```") || words.starts_with("~~~")) take(begin, end);  // a fence within HTML's <pre>
        const std::size_t close = line.find("]:");
        // The label may have begun in a line before.
        const bool definition = line.substr(open, 1) == "[" || line.find('[') > close;
        if (close != none && definition && line.substr(open, 2) != "[^")
            take(begin, std::min(text_.find('\n', end + 1), text_.size()));
        if (const std::size_t kind = line.find("[!"); kind != none)
            take(begin + kind, begin + std::min(line.find(']', kind), line.size()));
        if (const std::size_t name = line.rfind(" ^"); name != none && line.find(' ', name + 1) == none)
            take(begin + name, end);  // a block's
        if (line.find('{') != none && line.find('}') != none) take(begin + line.find('{'), begin + line.rfind('}'));
        if (const std::size_t form = std::min({line.find(":::"), line.find("admonish"), line.find("id::")});
            form != none)
            take(begin + form, end);
        begin = end + 1;
    }
}

bool Vanishing::takes(std::string_view token) const {
    for (std::size_t at = text_.find(token); at != none; at = text_.find(token, at + 1)) {
        const bool taken = std::any_of(taken_.begin(), taken_.end(),
                                       [&](const auto& range) { return range.first <= at && at < range.second; });
        if (!taken) return false;
    }
    return true;
}

}  // namespace notes_export::property
