#include "markdown/dialect/callouts.hpp"

#include <algorithm>

#include "support/trimmed.hpp"
#include "unicode/text.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::size_t none = std::string_view::npos;

bool is_kind(std::string_view kind) {
    return !kind.empty() && kind.size() <= 60 && kind.find_first_of("[]!\n\\<>*`$") == none;
}

/// The value of `key="value"` or `key=value` in an info string.
std::string_view property(std::string_view info, std::string_view key) {
    for (std::size_t at = info.find(key); at != none; at = info.find(key, at + 1)) {
        const std::size_t equals = at + key.size();
        if ((at > 0 && info[at - 1] != ' ' && info[at - 1] != ',') || equals >= info.size() || info[equals] != '=')
            continue;
        std::string_view rest = info.substr(equals + 1);
        if (rest.starts_with('"') || rest.starts_with('\'')) {
            const char quote = rest.front();
            rest.remove_prefix(1);
            return rest.substr(0, rest.find(quote));
        }
        return rest.substr(0, rest.find_first_of(" ,"));
    }
    return {};
}

}  // namespace

std::optional<CalloutHead> callout_head(std::string_view line) {
    line = trimmed(line);
    if (!line.starts_with("[!")) return std::nullopt;
    const std::size_t close = line.find(']');
    if (close == none) return std::nullopt;
    std::string_view kind = line.substr(2, close - 2);
    CalloutHead head;
    if (const std::size_t bar = kind.find('|'); bar != none) {
        head.metadata = trimmed(kind.substr(bar + 1));
        if (head.metadata.find('[') != none) return std::nullopt;
        kind = kind.substr(0, bar);
    }
    kind = trimmed(kind);
    if (!is_kind(kind)) return std::nullopt;
    head.kind = unicode::lower(kind);
    std::string_view rest = line.substr(close + 1);
    if (rest.starts_with('+') || rest.starts_with('-')) {
        head.fold = rest.front();
        rest.remove_prefix(1);
    }
    // "[!x](address)" is a link.
    if (rest.starts_with('(') || rest.starts_with('[')) return std::nullopt;
    head.title = trimmed(rest);
    return head;
}

std::optional<CalloutHead> admonish_fence(std::string_view info) {
    info = trimmed(info);
    if (const std::string_view kind = info.substr(std::min<std::size_t>(3, info.size()));
        info.starts_with("ad-") && !kind.empty() && kind.find_first_of(" {,") == std::string_view::npos)
        return CalloutHead{.kind = unicode::lower(kind)};
    if (!info.starts_with("admonish") || (info.size() > 8 && info[8] != ' ' && info[8] != ',')) return std::nullopt;
    std::string_view rest = info.size() > 8 ? trimmed(info.substr(9)) : std::string_view();
    CalloutHead head;
    head.kind = "note";
    const std::size_t word_end = std::min(rest.find_first_of(" ,\"="), rest.size());
    if (word_end > 0 && (word_end == rest.size() || rest[word_end] != '=')) {
        const std::string_view word = rest.substr(0, word_end);
        head.kind = unicode::lower(word.substr(0, word.find('.')));  // classes follow a dot
        rest = trimmed(rest.substr(word_end));
    }
    if (const std::string_view type = property(rest, "type"); !type.empty()) head.kind = unicode::lower(type);
    head.title = property(rest, "title");
    if (rest.starts_with('"')) head.title = rest.substr(1, rest.find('"', 1) - 1);
    if (property(rest, "collapsible") == "true") head.fold = '-';
    return head;
}

}  // namespace notes_export::markdown
