#include <fmt/format.h>

#include <optional>

#include "markdown/dialect/block_forms/forms.hpp"
#include "markdown/dialect/place.hpp"
#include "support/trimmed.hpp"

namespace notes_export::markdown {
namespace {

struct Abbreviation {
    Range name, meaning;
};

/// `*[name]: meaning`
std::optional<Abbreviation> read_abbreviation(std::string_view text, Range line) {
    const std::string_view words = slice(text, line);
    if (!words.starts_with("*[")) return std::nullopt;
    const std::size_t close = words.find("]:");
    if (close == std::string_view::npos || close == 2 || words.find('[', 2) < close) return std::nullopt;
    const std::string_view meaning = trimmed(words.substr(close + 2));
    if (meaning.empty()) return std::nullopt;
    const auto begin = static_cast<std::uint32_t>(meaning.data() - text.data());
    return Abbreviation{{line.begin + 2, line.begin + static_cast<std::uint32_t>(close)},
                        {begin, begin + static_cast<std::uint32_t>(meaning.size())}};
}

}  // namespace

std::size_t write_abbreviations(FormWriter& out, std::size_t i, const Enclosure& around) {
    const std::size_t first = i;
    const std::string& prefix = around.prefix;
    for (; i < around.end; ++i) {
        const auto abbreviation = read_abbreviation(out.text(), out.content(i, around));
        if (!abbreviation) break;
        const std::uint32_t at = out.line(i).begin;
        if (i == first) out.put(fmt::format("{0}\n{0}<dl>\n", prefix), at);
        out.put(fmt::format("{0}<dt>\n{0}\n{0}", prefix), at);
        out.keep(abbreviation->name);
        out.put(fmt::format("\n{0}\n{0}</dt>\n{0}<dd>\n{0}\n{0}", prefix), at);
        out.keep(abbreviation->meaning);
        out.put(fmt::format("\n{0}\n{0}</dd>\n", prefix), at);
    }
    if (i > first) out.put(fmt::format("{0}</dl>\n{0}\n", prefix), out.line(i - 1).begin);
    return i;
}

}  // namespace notes_export::markdown
