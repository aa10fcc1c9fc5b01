#include "markdown/html/preformatted.hpp"

#include <vector>

#include "markdown/characters.hpp"
#include "markdown/html/attributes.hpp"
#include "markdown/html/tree.hpp"

namespace notes_export::markdown {
namespace {

std::string language_of(const GumboElement& element) {
    const std::string_view classes = attribute(element, "class");
    for (const std::string_view prefix : {"language-", "lang-", "highlight-source-", "brush: "}) {
        const auto at = classes.find(prefix);
        if (at == std::string_view::npos) continue;
        const std::string_view rest = classes.substr(at + prefix.size());
        return std::string(rest.substr(0, rest.find_first_of(" ;")));
    }
    return element.tag == GUMBO_TAG_PRE ? std::string(attribute(element, "lang")) : std::string();
}

void append_events(std::string& out, const GumboElement& element, const Reading& reading, const Events& events) {
    const std::uint32_t begin = number_attribute(element, "i").value_or(0);
    const std::uint32_t end = number_attribute(element, "j").value_or(0);
    for (std::uint32_t i = begin; i < end && i < events.events.size(); ++i) {
        const Event& event = events.events[i];
        if (event.what != Event::What::text) continue;
        if (event.node == Node::soft_break || event.node == Node::line_break) {
            out += '\n';
        } else {
            append_characters(out, event, reading);
        }
    }
}

}  // namespace

std::optional<Preformatted> preformatted(const GumboNode& pre, const Reading& reading, const Events& events) {
    Preformatted out;
    out.language = language_of(pre.v.element);
    struct Level {
        const GumboNode* node;
        unsigned next;
    };
    std::vector<Level> levels{{&pre, 0}};
    while (!levels.empty()) {
        Level& level = levels.back();
        const GumboElement& element = level.node->v.element;
        if (level.next >= element.children.length) {
            if (element.tag == GUMBO_TAG_HGROUP && !out.text.empty() && !out.text.ends_with('\n')) out.text += '\n';
            levels.pop_back();
            continue;
        }
        const auto* child = static_cast<const GumboNode*>(element.children.data[level.next++]);
        if (child->type == GUMBO_NODE_COMMENT) continue;
        if (child->type != GUMBO_NODE_ELEMENT && child->type != GUMBO_NODE_TEMPLATE) {
            out.text += child->v.text.text;
            continue;
        }
        const GumboElement& inner = child->v.element;
        if (inner.tag == GUMBO_TAG_IMG || inner.tag == GUMBO_TAG_TABLE) return {};
        if (inner.tag == GUMBO_TAG_MULTICOL && attribute(inner, "k") == "svg") return {};
        if (inner.tag == GUMBO_TAG_BR) out.text += '\n';
        if (inner.tag == GUMBO_TAG_SPACER || inner.tag == GUMBO_TAG_HGROUP)
            append_events(out.text, inner, reading, events);
        if (inner.tag == GUMBO_TAG_CODE && out.language.empty()) out.language = language_of(inner);
        levels.push_back({child, 0});
    }
    if (out.text.find_first_not_of(" \t\n") == std::string::npos) return Preformatted{};
    if (!out.text.ends_with('\n')) out.text += '\n';
    return out;
}

}  // namespace notes_export::markdown
