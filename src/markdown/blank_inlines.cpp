#include "markdown/blank_inlines.hpp"

#include <algorithm>

namespace notes_export::markdown {
namespace {

constexpr std::string_view blanks = " \t";

/// Drops what shows nothing from the front; the first text begins with a letter then.
void trim_front(Inlines& inlines) {
    auto blank = inlines.begin();
    for (; blank != inlines.end(); ++blank) {
        if (auto* text = std::get_if<Text>(&blank->node)) {
            const auto first = text->text.find_first_not_of(blanks);
            if (first == std::string_view::npos) continue;
            text->text.remove_prefix(first);
            break;
        }
        if (!std::holds_alternative<SoftBreak>(blank->node)) break;
    }
    inlines.erase(inlines.begin(), blank);
}

void trim_back(Inlines& inlines) {
    for (; !inlines.empty(); inlines.pop_back()) {
        if (auto* text = std::get_if<Text>(&inlines.back().node)) {
            const auto last = text->text.find_last_not_of(blanks);
            if (last == std::string_view::npos) continue;
            text->text = text->text.substr(0, last + 1);
            break;
        }
        if (!std::holds_alternative<SoftBreak>(inlines.back().node)) break;
    }
}

}  // namespace

bool is_blank(const Inlines& inlines) {
    return std::all_of(inlines.begin(), inlines.end(), [](const Inline& item) {
        if (const auto* styled = std::get_if<Styled>(&item.node)) return is_blank(styled->children);
        if (const auto* text = std::get_if<Text>(&item.node))
            return text->text.find_first_not_of(" \t") == std::string_view::npos;
        return std::holds_alternative<SoftBreak>(item.node) || std::holds_alternative<AnchorPoint>(item.node);
    });
}

bool ends_in_blank(const Inlines& inlines) {
    if (inlines.empty()) return true;
    const auto& last = inlines.back().node;
    if (const auto* text = std::get_if<Text>(&last)) return text->text.ends_with(' ');
    return std::holds_alternative<SoftBreak>(last) || std::holds_alternative<LineBreak>(last);
}

void trim(Inlines& inlines) {
    trim_back(inlines);
    trim_front(inlines);
}

}  // namespace notes_export::markdown
