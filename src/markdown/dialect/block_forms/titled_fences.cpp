#include "markdown/dialect/block_forms/fence.hpp"
#include "markdown/dialect/block_forms/forms.hpp"
#include "support/trimmed.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::size_t none = std::string_view::npos;

/// `title="…"` of Docusaurus and Material for MkDocs, `[…]` of VitePress; empty when the fence has neither.
std::string_view title_of(std::string_view fence) {
    constexpr std::string_view key = " title=";
    if (const std::size_t at = fence.find(key); at != none) {
        const std::string_view rest = fence.substr(at + key.size());
        const bool quoted = rest.starts_with('"') || rest.starts_with('\'');
        const std::size_t close = quoted ? rest.find(rest.front(), 1) : none;
        return close == none ? std::string_view() : trimmed(rest.substr(1, close - 1));
    }
    const std::size_t open = fence.find(" [");
    const std::size_t close = fence.size() - 1;
    if (open == none || fence.back() != ']' || fence.find_first_of("[]", open + 2) != close) return {};
    return trimmed(fence.substr(open + 2, close - open - 2));
}

}  // namespace

bool is_titled_fence(std::string_view line) {
    line = trimmed(line);
    return (line.starts_with("```") || line.starts_with("~~~")) && !title_of(line).empty();
}

std::size_t write_titled_fence(FormWriter& out, std::size_t i, const Enclosure& around, bool after_blank) {
    const std::string_view words = trimmed(out.words(i, around));
    Fence fence;
    if (out.indentation(i, around) > 3 || !is_titled_fence(words) || !fence.takes(words)) return i;
    const std::string_view title = title_of(words);
    const auto begin = static_cast<std::uint32_t>(title.data() - out.text().data());
    // It may stand in an item: so does its title.
    const auto blanks = static_cast<std::size_t>(out.indentation(i, around));
    const std::string prefix = around.prefix + std::string(blanks, ' ');
    if (!after_blank) out.put(around.prefix + "\n", begin);
    out.write_title({begin, begin + static_cast<std::uint32_t>(title.size())}, prefix);
    std::size_t next = i;
    for (bool open = true; open && next < around.end; ++next) {
        out.write_line(next, out.content(next, around), around.prefix);
        if (next > i) fence.takes(out.words(next, around));
        open = fence.is_open();
    }
    return next;
}

}  // namespace notes_export::markdown
