#include <algorithm>
#include <optional>

#include "markdown/dialect/block_forms/forms.hpp"
#include "support/ascii.hpp"
#include "support/trimmed.hpp"

namespace notes_export::markdown {
namespace {

/// Behind a tab, `Key:`, a tab and a value.
struct Field {
    Range key, value;
};

std::optional<Field> read_field(std::string_view text, Range line) {
    const std::string_view words = slice(text, line);
    const std::size_t colon = words.find(":\t");
    if (!words.starts_with('\t') || colon == std::string_view::npos || colon < 2) return std::nullopt;
    const std::string_view key = words.substr(1, colon - 1);
    const std::string_view value = trimmed(words.substr(colon + 2));
    if (value.empty() || !std::all_of(key.begin(), key.end(), ascii::is_letter)) return std::nullopt;
    const auto begin = static_cast<std::uint32_t>(value.data() - text.data());
    return Field{{line.begin + 1, line.begin + static_cast<std::uint32_t>(colon)},
                 {begin, begin + static_cast<std::uint32_t>(value.size())}};
}

}  // namespace

bool is_entry_head(std::string_view line) {
    return line.starts_with("\tDate:\t");
}

std::size_t write_entry_head(FormWriter& out, std::size_t i, const Enclosure& around, bool after_blank) {
    if (!after_blank || around.depth > 0 || !is_entry_head(out.words(i, around))) return i;
    const auto date = read_field(out.text(), out.line(i));
    if (!date) return i;
    out.put("## ", out.line(i).begin);
    out.keep(date->value);
    out.put("\n", date->value.end);
    std::size_t next = i + 1;
    for (; next < around.end; ++next) {
        const auto field = read_field(out.text(), out.line(next));
        if (!field) break;
        out.put(next == i + 1 ? "\n" : "\\\n", out.line(next).begin);
        out.keep(field->key);
        out.put(": ", field->key.end);
        out.keep(field->value);
    }
    out.put(next == i + 1 ? "\n" : "\n\n", out.line(next - 1).end);
    return next;
}

}  // namespace notes_export::markdown
