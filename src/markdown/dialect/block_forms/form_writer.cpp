#include "markdown/dialect/block_forms/form_writer.hpp"

#include <algorithm>

#include "markdown/dialect/block_forms/fence.hpp"
#include "markdown/dialect/block_forms/forms.hpp"
#include "markdown/dialect/containers.hpp"
#include "support/trimmed.hpp"

namespace notes_export::markdown {
namespace {

constexpr int deepest = 16;  // forms within forms; each level adds a prefix to every line

std::vector<Range> lines_of(std::string_view text) {
    std::vector<Range> lines;
    for (std::uint32_t at = 0; at < text.size(); at = lines.back().end + 1) lines.push_back(line_at(text, at));
    return lines;
}

}  // namespace

FormWriter::FormWriter(const MappedText& in)
    : text_(in.text),
      out_(in),
      lines_(lines_of(text_)),
      closing_(match_divisions(text_, lines_)),
      defines_contents_mark_(text_.find("[TOC]:") != std::string_view::npos ||
                             text_.find("[toc]:") != std::string_view::npos) {}

MappedText FormWriter::expand() {
    write_lines(0, {.end = lines_.size(), .strip = {}, .prefix = {}, .depth = 0});
    return out_.finish();
}

void FormWriter::write_lines(std::size_t first, const Enclosure& around) {
    Fence fence;
    OpenItems items;
    bool after_blank = true;  // a block can begin here
    for (std::size_t i = first; i < around.end;) {
        const Range line = content(i, around);
        const std::string_view words = slice(text_, line);
        if (!fence.is_open() && around.depth < deepest) {
            std::size_t next = write_form(i, around, after_blank);
            if (next == i) next = write_form_of_item(i, around, items, after_blank);
            if (next == i && after_blank) next = write_definitions(*this, i, around);
            if (next == i && after_blank) next = write_poem(*this, i, around);
            const bool form = next != i;
            if (!form) next = write_quote(*this, i, around);
            if (next != i) {
                i = next;
                after_blank = form;  // behind a quote a lazy line may follow
                continue;
            }
        }
        const bool code = fence.takes(words);
        const bool below_head = i > first && slice(text_, lines_[i - 1]).find('|') != std::string_view::npos;
        if (!code && below_head && is_short_delimiter_row(words))
            write_delimiter_row(*this, i, line, around.prefix);
        else
            write_line(i, line, around.prefix);
        if (!code) items.read(words);
        after_blank = trimmed(words).empty();
        ++i;
    }
}

std::size_t FormWriter::write_form(std::size_t i, const Enclosure& around, bool after_blank) {
    std::size_t next = write_admonition(*this, i, around, after_blank);
    if (next == i) next = write_tab(*this, i, around, after_blank);
    if (next == i) next = write_division(*this, i, around);
    if (next == i) next = write_admonish(*this, i, around);
    if (next == i) next = write_aside(*this, i, around);
    if (next == i) next = write_contents_mark(*this, i, around, after_blank);
    if (next == i) next = write_titled_fence(*this, i, around, after_blank);
    if (next == i) next = write_abbreviations(*this, i, around);
    if (next == i) next = write_entry_head(*this, i, around, after_blank);
    return next;
}

std::size_t FormWriter::write_form_of_item(std::size_t i, const Enclosure& around, const OpenItems& items,
                                           bool after_blank) {
    const std::string_view line = words(i, around);
    const auto column = static_cast<int>(std::min(line.find_first_not_of(" \t"), line.size()));
    if (column == 0 || !items.hold(column)) return i;
    const Enclosure item =
        around.within(around.end, {.columns = column}, std::string(static_cast<std::size_t>(column), ' '));
    const std::size_t next = write_form(i, item, after_blank);
    return next == i ? write_quote(*this, i, item) : next;
}

void FormWriter::write_line(std::size_t i, Range content, const std::string& prefix) {
    put(prefix, content.begin);
    keep({content.begin, std::min(lines_[i].end + 1, static_cast<std::uint32_t>(text_.size()))});
}

void FormWriter::write_callout_head(Range line, const std::string& prefix, const std::string& kind, Range title) {
    put(prefix + "> " + kind + " ", line.begin);
    keep(title);
    put("\n", line.begin);
}

void FormWriter::put(std::string_view text, std::uint32_t at) {
    out_.insert(text, std::min(at, static_cast<std::uint32_t>(text_.size()) - 1));
}

void FormWriter::write_title(Range title, const std::string& prefix) {
    put(prefix + "**", title.begin);
    keep(title);
    put("**\n" + prefix + "\n", title.end);
}

void FormWriter::write_plain_title(Range title, const std::string& prefix) {
    constexpr std::string_view marks = "\\`*_[]<>&~^=$#%:!|";
    put(prefix + "**", title.begin);
    for (std::uint32_t at = title.begin; at < title.end;) {
        const bool mark = marks.find(text_[at]) != std::string_view::npos;
        if (mark) put("\\", at);
        const auto next = static_cast<std::uint32_t>(text_.find_first_of(marks, at + (mark ? 1 : 0)));
        const std::uint32_t end = std::min(next, title.end);
        keep({at, end});
        at = end;
    }
    put("**\n" + prefix + "\n", title.end);
}

void FormWriter::put_end(const std::string& prefix, std::uint32_t at) {
    put(trimmed(prefix).empty() ? "\n\n" : "\n" + prefix + "\n", at);
}

Range FormWriter::content(std::size_t i, const Enclosure& around) const {
    return stripped(text_, lines_[i], around.strip);
}

bool FormWriter::is_blank_line(std::size_t i, const Enclosure& around) const {
    return trimmed(words(i, around)).empty();
}

int FormWriter::indentation(std::size_t i, const Enclosure& around) const {
    const std::string_view line = words(i, around);
    const std::size_t blanks = std::min(line.find_first_not_of(" \t"), line.size());
    return static_cast<int>(blanks) + (line.starts_with('\t') ? 3 : 0);
}

std::size_t FormWriter::end_of_indented(std::size_t i, const Enclosure& around) const {
    std::size_t end = i + 1;
    for (std::size_t j = end; j < around.end; ++j) {
        if (is_blank_line(j, around)) continue;
        if (indentation(j, around) < 4) break;
        end = j + 1;
    }
    return end;
}

}  // namespace notes_export::markdown
