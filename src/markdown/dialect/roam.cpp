#include "markdown/dialect/roam.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "markdown/dialect/block_forms/fence.hpp"
#include "markdown/dialect/block_forms/strip.hpp"
#include "markdown/dialect/containers.hpp"
#include "markdown/dialect/place.hpp"
#include "support/trimmed.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::size_t none = std::string_view::npos;
constexpr std::size_t longest_component = 500;  // bytes

/// A component's name, with or without its brackets, and what stands behind its colon.
struct Component {
    std::string_view name, argument;
};

Component read_component(std::string_view inside) {
    const std::size_t colon = std::min(inside.find(':'), inside.size());
    std::string_view name = trimmed(inside.substr(0, colon));
    if (name.starts_with("[[") && name.ends_with("]]")) name = name.substr(2, name.size() - 4);
    return {name, trimmed(inside.substr(std::min(colon + 1, inside.size())))};
}

bool is_medium(std::string_view name) {
    constexpr std::array<std::string_view, 5> media{"youtube", "video", "audio", "iframe", "pdf"};
    return std::ranges::find(media, name) != media.end();
}

/// What a component becomes; nothing where it stays as it is.
std::optional<std::string> meaning(const Component& component, bool first_in_item) {
    if (first_in_item && component.argument.empty()) {
        if (component.name == "TODO") return "[ ]";
        if (component.name == "DONE") return "[x]";
    }
    const bool address = component.argument.starts_with("http") && component.argument.find_first_of(" \n<>") == none;
    if (is_medium(component.name) && address) return "<" + std::string(component.argument) + ">";
    return std::nullopt;
}

void write_line(std::string_view text, Range line, Rewriter& out) {
    const std::string_view words = slice(text, line);
    const std::size_t bullet = std::min(words.find_first_not_of(" \t"), words.size());
    const auto item = static_cast<std::size_t>(item_columns(words.substr(bullet)));
    std::uint32_t kept = line.begin;
    bool code = false;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words[at] == '`') code = !code;
        if (code || words[at] != '{' || words.substr(at, 2) != "{{") continue;
        const std::size_t close = words.substr(at, longest_component).find("}}");
        if (close == none) continue;
        const auto replaced = meaning(read_component(words.substr(at + 2, close - 2)), item > 0 && at == bullet + item);
        if (!replaced) continue;
        const auto here = line.begin + static_cast<std::uint32_t>(at);
        out.keep({kept, here});
        out.insert(*replaced, here);
        kept = here + static_cast<std::uint32_t>(close) + 2;
        at += close + 1;
    }
    out.keep({kept, std::min(line.end + 1, static_cast<std::uint32_t>(text.size()))});
}

}  // namespace

bool may_have_roam_components(std::string_view text) {
    return text.find("{{[[") != none || text.find("{{TODO}}") != none || text.find("{{DONE}}") != none ||
           text.find("{{youtube:") != none || text.find("{{video:") != none;
}

MappedText expand_roam(const MappedText& text) {
    Rewriter out(text);
    Fence fence;
    for (std::uint32_t at = 0; at < text.text.size();) {
        const Range line = line_at(text.text, at);
        at = line.end + 1;
        if (fence.takes(slice(text.text, line)))
            out.keep({line.begin, std::min(at, static_cast<std::uint32_t>(text.text.size()))});
        else
            write_line(text.text, line, out);
    }
    return out.finish();
}

}  // namespace notes_export::markdown
