#include "markdown/html/closing_tags.hpp"

#include <algorithm>
#include <array>

#include "support/ascii.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::array<std::string_view, 9> sought{"script",  "style",    "template",  "svg", "title",
                                                 "noembed", "noframes", "plaintext", "xmp"};
constexpr std::size_t longest_name = 9;

std::string name_at(std::string_view text, std::size_t at) {
    std::string name;
    for (; at < text.size() && name.size() <= longest_name; ++at) {
        const char lower = ascii::lower(text[at]);
        if (!ascii::is_lower(lower)) break;
        name += lower;
    }
    return name;
}

}  // namespace

bool ClosingTags::are_sought_for(std::string_view name) {
    return std::find(sought.begin(), sought.end(), name) != sought.end();
}

ClosingTags::ClosingTags(const Reading& reading, const Events& events, std::uint32_t first) {
    bool indented = false;
    for (std::size_t i = first; i < events.events.size(); ++i) {
        const Event& event = events.events[i];
        if (event.node == Node::code_block && event.what == Event::What::enter)
            indented = events.details[event.detail].mark == 0;
        if (event.what != Event::What::text || !event.in_reading()) continue;
        if (event.node != Node::html && !(event.node == Node::code_text && indented)) continue;
        const std::uint32_t origin = reading.origin(event.local);
        const std::string_view text = reading.original.substr(origin, event.text.size());
        for (auto at = text.find("</"); at != std::string_view::npos; at = text.find("</", at + 2))
            if (const std::string name = name_at(text, at + 2); are_sought_for(name))
                by_name_[name].push_back(origin + static_cast<std::uint32_t>(at));
    }
}

std::optional<std::uint32_t> ClosingTags::find(const std::string& name, std::uint32_t from) const {
    const auto known = by_name_.find(name);
    if (known == by_name_.end()) return {};
    const auto at = std::lower_bound(known->second.begin(), known->second.end(), from);
    if (at == known->second.end()) return {};
    return *at;
}

}  // namespace notes_export::markdown
