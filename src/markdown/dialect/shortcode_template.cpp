#include "markdown/dialect/shortcode_template.hpp"

#include <algorithm>

#include "support/trimmed.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::size_t none = std::string_view::npos;

/// The text without what stands between `open` and `close`.
std::string without(std::string_view text, std::string_view open, std::string_view close) {
    std::string out;
    while (true) {
        const std::size_t begin = text.find(open);
        out += text.substr(0, begin);
        if (begin == none) return out;
        const std::size_t end = text.find(close, begin + open.size());
        if (end == none) return out;
        text.remove_prefix(end + close.size());
    }
}

bool within_element(std::string_view before, std::string_view name) {
    const std::size_t opened = before.rfind("<" + std::string(name));
    return opened != none && before.find("</" + std::string(name), opened) == none;
}

bool shows_code(std::string_view text) {
    const std::size_t inner = text.find(".Inner");
    if (inner == none) return false;
    const bool highlights = text.find("highlight ") != none || text.find("transform.Highlight") != none;
    const std::string_view before = text.substr(0, inner);
    return highlights || within_element(before, "pre") || within_element(before, "code");
}

}  // namespace

ShortcodeTemplate read_shortcode_template(std::string_view text) {
    std::string shown = without(without(without(text, "<!--", "-->"), "{{/*", "*/}}"), "{{- /*", "*/ -}}");
    if (shows_code(shown)) return {ShortcodeTemplate::Kind::code, {}};
    if (shown.find(".Inner") == none && (shown.find("readFile") != none || shown.find("os.ReadFile") != none))
        return {ShortcodeTemplate::Kind::file, {}};
    if (shown.find("{{") != none) return {};
    return {ShortcodeTemplate::Kind::fixed, std::string(trimmed(shown))};
}

}  // namespace notes_export::markdown
