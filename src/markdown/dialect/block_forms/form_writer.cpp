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
    : text_(in.text), out_(in), lines_(lines_of(text_)), closing_(match_divisions(text_, lines_)) {}

MappedText FormWriter::expand() {
    write_lines(0, {.end = lines_.size(), .strip = 0, .prefix = {}, .depth = 0});
    return out_.finish();
}

void FormWriter::write_lines(std::size_t first, const Enclosure& around) {
    Fence fence;
    bool after_blank = true;  // a block can begin here
    for (std::size_t i = first; i < around.end;) {
        const Range line = content(i, around.strip);
        const std::string_view words = slice(text_, line);
        if (!fence.takes(words) && around.depth < deepest) {
            if (const std::size_t next = write_form(i, around, after_blank); next != i) {
                i = next;
                after_blank = true;
                continue;
            }
        }
        const bool below_head = i > first && slice(text_, lines_[i - 1]).find('|') != std::string_view::npos;
        if (!fence.is_open() && below_head && is_short_delimiter_row(words))
            write_delimiter_row(*this, i, line, around.prefix);
        else
            write_line(i, line, around.prefix);
        after_blank = trimmed(words).empty();
        ++i;
    }
}

std::size_t FormWriter::write_form(std::size_t i, const Enclosure& around, bool after_blank) {
    std::size_t next = write_admonition(*this, i, around);
    if (next == i) next = write_division(*this, i, around);
    if (next == i && after_blank) next = write_definitions(*this, i, around);
    if (next == i && after_blank) next = write_poem(*this, i, around);
    return next;
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

Range FormWriter::content(std::size_t i, int strip) const {
    return without_indentation(text_, lines_[i], strip);
}

bool FormWriter::is_blank_line(std::size_t i) const {
    return trimmed(slice(text_, lines_[i])).empty();
}

int FormWriter::indentation(std::size_t i, int strip) const {
    const std::string_view line = words(i, strip);
    const std::size_t blanks = std::min(line.find_first_not_of(" \t"), line.size());
    return static_cast<int>(blanks) + (line.starts_with('\t') ? 3 : 0);
}

}  // namespace notes_export::markdown
