#include <algorithm>
#include <array>

#include "markdown/dialect/block_forms/forms.hpp"
#include "markdown/dialect/block_forms/strip.hpp"
#include "support/trimmed.hpp"

namespace notes_export::markdown {
namespace {

/// kramdown's attribute list with the reference `toc`: `{:toc}`, `{:.class toc}`.
bool has_kramdown_reference(std::string_view line) {
    if (!line.starts_with("{:") || !line.ends_with('}')) return false;
    line = line.substr(2, line.size() - 3);
    while (!line.empty()) {
        const std::size_t end = std::min(line.find(' '), line.size());
        if (line.substr(0, end) == "toc") return true;
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return false;
}

bool is_line_of_its_own(const FormWriter& out, std::size_t i, const Enclosure& around, bool after_blank) {
    return after_blank && (i + 1 == around.end || out.is_blank_line(i + 1, around)) && out.indentation(i, around) < 4;
}

}  // namespace

bool is_contents_mark(std::string_view line) {
    constexpr std::array<std::string_view, 5> marks{"[TOC]", "[toc]", "[[TOC]]", "[[toc]]", "[[_TOC_]]"};
    line = trimmed(line);
    return std::ranges::find(marks, line) != marks.end() || has_kramdown_reference(line);
}

std::size_t write_contents_mark(FormWriter& out, std::size_t i, const Enclosure& around, bool after_blank) {
    const std::string_view line = trimmed(out.words(i, around));
    if (line.starts_with('[')) {
        if (!is_contents_mark(line) || !is_line_of_its_own(out, i, around, after_blank)) return i;
        return out.defines_contents_mark() ? i : i + 1;
    }
    const bool list = i + 1 < around.end && item_columns(line) > 0;
    return list && has_kramdown_reference(trimmed(out.words(i + 1, around))) ? i + 2 : i;
}

}  // namespace notes_export::markdown
