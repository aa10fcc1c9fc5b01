#include "markdown/dialect/keys.hpp"

#include <algorithm>
#include <optional>

#include "markdown/dialect/place.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::size_t none = std::string_view::npos;
constexpr std::size_t longest = 80;  // bytes

bool is_named_key(std::string_view name) {
    constexpr std::string_view names[] = {
        "alt",       "altgr",       "apps",        "arrow-down",   "arrow-left",   "arrow-right", "arrow-up",
        "backspace", "break",       "caps-lock",   "clear",        "cmd",          "command",     "control",
        "ctrl",      "cursor-down", "cursor-left", "cursor-up",    "cursor-right", "del",         "delete",
        "down",      "end",         "enter",       "esc",          "escape",       "fn",          "function",
        "home",      "ins",         "insert",      "left",         "left-alt",     "left-ctrl",   "left-shift",
        "menu",      "meta",        "num-lock",    "opt",          "option",       "page-down",   "page-up",
        "pause",     "pg-dn",       "pg-up",       "print-screen", "prt-sc",       "return",      "right",
        "right-alt", "right-ctrl",  "right-shift", "scroll-lock",  "shift",        "space",       "spacebar",
        "super",     "tab",         "up",          "win",          "windows"};
    const bool function = name.size() > 1 && name.size() < 4 && name.front() == 'f' &&
                          std::all_of(name.begin() + 1, name.end(), is_digit);
    return function || std::find(std::begin(names), std::end(names), name) != std::end(names);
}

/// "page-up" as keyboards have it: "Page Up".
std::string shown(std::string_view name) {
    std::string out;
    bool begins = true;
    for (const char c : name) {
        const bool small = c >= 'a' && c <= 'z';
        out += c == '-' && name.size() > 1 ? ' ' : begins && small ? static_cast<char>(c - 'a' + 'A') : c;
        begins = c == '-';
    }
    return out;
}

/// The elements for the names between the signs; nothing where one is no key.
std::optional<std::string> elements(std::string_view names) {
    std::string out;
    bool named = false;
    while (true) {
        const std::string_view name = names.substr(0, names.find('+'));
        const bool character = name.size() == 1 && is_alphanumeric(name.front());
        if (!character && !is_named_key(name)) return std::nullopt;
        named = named || !character;
        out += "<kbd>" + shown(name) + "</kbd>";
        if (name.size() == names.size()) break;
        names.remove_prefix(name.size() + 1);
        out += '+';
    }
    return named ? std::optional(out) : std::nullopt;
}

}  // namespace

bool may_have_keys(std::string_view text) {
    return text.find("++") != none;
}

MappedText expand_keys(const MappedText& text) {
    const std::string_view all = text.text;
    std::optional<Structure> structure;
    Rewriter out(text);
    std::uint32_t kept = 0;
    for (std::size_t at = all.find("++"); at != none; at = all.find("++", std::max<std::size_t>(at + 2, kept))) {
        const std::string_view inside = all.substr(at + 2, longest);
        const std::string_view names = inside.substr(0, inside.find("++"));
        if (names.size() == inside.size() || (at > 0 && (is_alphanumeric(all[at - 1]) || all[at - 1] == '\\')))
            continue;
        const auto keys = elements(names);
        const auto begin = static_cast<std::uint32_t>(at);
        if (!keys) continue;
        if (!structure) structure = read_structure(all);
        if (opaque_at(*structure, begin) != nullptr || is_code(*structure, begin)) continue;
        out.keep({kept, begin});
        out.insert(*keys, begin);
        kept = begin + static_cast<std::uint32_t>(names.size()) + 4;
    }
    out.keep({kept, static_cast<std::uint32_t>(all.size())});
    return out.finish();
}

}  // namespace notes_export::markdown
