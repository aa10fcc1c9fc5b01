#include "document/callout_kinds.hpp"

#include <algorithm>
#include <array>

#include "support/ascii.hpp"

namespace notes_export {
namespace {

constexpr std::array kinds{
    CalloutKind{"note", "callout-note"},
    CalloutKind{"abstract", "callout-abstract"},
    CalloutKind{"summary", "callout-abstract"},
    CalloutKind{"tldr", "callout-abstract"},
    CalloutKind{"info", "callout-info"},
    CalloutKind{"todo", "callout-todo"},
    CalloutKind{"tip", "callout-tip"},
    CalloutKind{"hint", "callout-tip"},
    CalloutKind{"important", "callout-important"},
    CalloutKind{"success", "callout-success"},
    CalloutKind{"check", "callout-success"},
    CalloutKind{"done", "callout-success"},
    CalloutKind{"question", "callout-question"},
    CalloutKind{"help", "callout-question"},
    CalloutKind{"faq", "callout-question"},
    CalloutKind{"warning", "callout-warning", true},
    CalloutKind{"attention", "callout-warning", true},
    CalloutKind{"caution", "callout-caution", true},
    CalloutKind{"failure", "callout-failure", true},
    CalloutKind{"fail", "callout-failure", true},
    CalloutKind{"missing", "callout-failure", true},
    CalloutKind{"danger", "callout-danger", true},
    CalloutKind{"error", "callout-danger", true},
    CalloutKind{"bug", "callout-bug", true},
    CalloutKind{"example", "callout-example"},
    CalloutKind{"quote", "callout-quote"},
    CalloutKind{"cite", "callout-quote"},
};

}  // namespace

const CalloutKind* find_callout_kind(std::string_view name) {
    const auto found = std::ranges::find(kinds, name, &CalloutKind::name);
    return found == kinds.end() ? nullptr : &*found;
}

std::string callout_word(std::string_view name) {
    std::string word(name);
    std::ranges::replace(word, '-', ' ');
    if (!word.empty()) word[0] = ascii::upper(word[0]);
    return word;
}

bool same_words(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) { return ascii::lower(x) == ascii::lower(y); });
}

}  // namespace notes_export
