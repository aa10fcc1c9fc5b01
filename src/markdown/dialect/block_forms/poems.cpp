#include <algorithm>

#include "markdown/dialect/block_forms/forms.hpp"

namespace notes_export::markdown {
namespace {

bool is_verse(std::string_view line) {
    return line.starts_with("| ") || line == "|";
}

}  // namespace

std::size_t write_poem(FormWriter& out, std::size_t i, const Enclosure& around) {
    std::size_t end = i;
    while (end < around.end && is_verse(out.words(end, around))) {
        if (out.words(end, around).find('|', 1) != std::string_view::npos) return i;  // a table
        ++end;
    }
    if (end < i + 2) return i;
    for (; i < end; ++i) {
        Range line = out.content(i, around);
        line.begin = std::min(line.begin + 2, line.end);
        out.put(around.prefix, line.begin);
        for (; line.begin < line.end && out.text()[line.begin] == ' '; ++line.begin) out.put("\u00A0", line.begin);
        out.keep(line);
        const bool words = line.begin < line.end;
        const bool followed = i + 1 < end && out.content(i + 1, around).size() > 2;
        out.put(words && followed ? "\\\n" : "\n", line.begin);
    }
    return end;
}

}  // namespace notes_export::markdown
