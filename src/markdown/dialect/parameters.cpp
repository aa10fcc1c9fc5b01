#include "markdown/dialect/parameters.hpp"

#include <algorithm>
#include <array>

namespace notes_export::markdown {
namespace {

constexpr std::size_t none = std::string_view::npos;
constexpr std::string_view blanks = " \t\n";

std::size_t word_end(std::string_view text, std::string_view stops) {
    return std::min(text.find_first_of(stops), text.size());
}

/// Takes a value, quoted or not, from the front of `text`.
std::string_view take_value(std::string_view& text) {
    const char quote = text.empty() ? ' ' : text.front();
    if (quote == '"' || quote == '\'' || quote == '`') {
        std::size_t close = text.find(quote, 1);
        while (quote == '"' && close != none && text[close - 1] == '\\') close = text.find(quote, close + 1);
        const std::string_view value = text.substr(1, close == none ? none : close - 1);
        text.remove_prefix(close == none ? text.size() : close + 1);
        return value;
    }
    const std::string_view value = text.substr(0, word_end(text, blanks));
    text.remove_prefix(value.size());
    return value;
}

}  // namespace

Parameters::Parameters(std::string_view text) {
    while (true) {
        const std::size_t begin = text.find_first_not_of(" \t\n,");
        if (begin == none) return;
        text.remove_prefix(begin);
        std::string_view key;
        if (text.front() != '"' && text.front() != '\'' && text.front() != '`') {
            const std::size_t end = word_end(text, " \t\n=\"'`");
            if (end > 0 && end < text.size() && text[end] == '=') {
                key = text.substr(0, end);
                text.remove_prefix(end + 1);
            }
        }
        all_.emplace_back(key, take_value(text));
    }
}

std::string_view Parameters::get(std::initializer_list<std::string_view> keys, std::size_t index) const {
    for (const std::string_view key : keys)
        for (const auto& [name, value] : all_)
            if (name == key && !value.empty()) return value;
    for (const auto& [name, value] : all_)
        if (name.empty() && index-- == 0) return value;
    return {};
}

std::string in_parentheses(std::string_view address) {
    const bool plain = address.find_first_of(" ()<>") == none;
    return plain ? std::string(address) : "<" + std::string(address) + ">";
}

std::string picture(std::string_view address, std::string_view alt, std::string_view title) {
    std::string out = "![";
    for (const char c : alt) {
        if (c == '[' || c == ']') out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    out += "](" + in_parentheses(address);
    if (!title.empty()) {
        out += " \"";
        for (const char c : title) {
            if (c == '"') out += '\\';
            out += c == '\n' ? ' ' : c;
        }
        out += '"';
    }
    return out + ")";
}

namespace {

/// Whether a value without a name is words for the reader: not a number, a path, an address or a switch.
bool is_worded(std::string_view value) {
    if (value == "true" || value == "false" || is_picture(value)) return false;
    if (value.find(' ') != none) return true;
    return value.find_first_of("/=<>{}#") == none && value.find_first_not_of("0123456789.,:%-+px") != none;
}

}  // namespace

std::string readable(const Parameters& parameters) {
    constexpr std::array<std::string_view, 9> worded = {"title", "caption", "text",    "label",      "name",
                                                        "alt",   "header",  "summary", "description"};
    std::string out;
    for (const auto& [key, value] : parameters.all()) {
        const bool words =
            key.empty() ? is_worded(value) : std::find(worded.begin(), worded.end(), key) != worded.end();
        if (!words || value.empty()) continue;
        if (!out.empty()) out += ' ';
        out += "**";
        out += value;
        out += "**";
    }
    return out;
}

std::string unpaired_backticks(std::string_view text) {
    std::vector<bool> taken(2);  // lengths of runs of backticks
    for (std::size_t at = text.find('`'); at != none; at = text.find('`', at)) {
        const std::size_t end = std::min(text.find_first_not_of('`', at), text.size());
        if (end - at >= taken.size()) taken.resize(end - at + 1);
        taken[end - at] = true;
        at = end;
    }
    std::size_t length = 1;
    while (length < taken.size() && taken[length]) ++length;
    return std::string(length, '`');
}

std::string code_span(std::string_view words, std::string_view backticks) {
    const std::string edge = std::string(backticks.size() > 1 ? 1 : 0, ' ');
    return std::string(backticks) + edge + std::string(words) + edge + std::string(backticks);
}

bool is_picture(std::string_view path) {
    constexpr std::array<std::string_view, 8> endings = {".png", ".jpg",  ".jpeg", ".gif",
                                                         ".svg", ".webp", ".avif", ".PNG"};
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return path.ends_with(ending); });
}

}  // namespace notes_export::markdown
