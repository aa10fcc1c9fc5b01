#include "markdown/dialect/marked_text.hpp"

#include <algorithm>

#include "markdown/dialect/bare_addresses.hpp"
#include "markdown/dialect/containers.hpp"
#include "markdown/dialect/footnotes.hpp"
#include "markdown/dialect/spanning.hpp"

namespace notes_export::markdown {
namespace {

void fill(std::string& text, Range range, char with) {
    std::fill(text.begin() + range.begin, text.begin() + range.end, with);
}

/// Takes ranges out of the running text; `taken` is in order and may lie over what is opaque already.
void make_opaque(Structure& structure, const std::vector<Range>& taken) {
    if (taken.empty()) return;
    std::vector<Opaque> all;
    auto range = taken.begin();
    const auto take = [&] { all.push_back({*range++, Opaque::Kind::taken}); };
    for (const Opaque& opaque : structure.opaque) {
        while (range != taken.end() && range->begin <= opaque.range.begin) take();
        const std::uint32_t behind = all.empty() ? 0 : all.back().range.end;
        if (opaque.range.end <= behind) continue;
        all.push_back({{std::max(opaque.range.begin, behind), opaque.range.end}, opaque.kind});
        if (range != taken.end() && range->begin < opaque.range.end) all.back().range.end = range->begin;
    }
    while (range != taken.end()) take();
    structure.opaque = std::move(all);
}

/// Masks a mark in `probe` too; returns whether what follows has another structure without it.
bool add_spanning(MarkedText& marked, const SpanningMark& mark, std::string& probe) {
    const bool comment = mark.kind == SpanningMark::Kind::comment;
    const bool vanishes = comment && mark.whole_lines && mark.crosses_blocks;
    fill(probe, mark.span, vanishes ? ' ' : 'x');
    if (vanishes) {
        marked.blanks.push_back(mark.span);
    } else {
        const Range inside{mark.span.begin + 2, mark.span.end - 2};
        marked.marks.push_back(
            local_mark(comment ? LocalMark::Kind::comment : LocalMark::Kind::display_math, mark.span, inside));
    }
    return mark.crosses_blocks;
}

/// Where the line that `begin` stands in is to be blanked from: a list's marker that has nothing else goes too.
std::uint32_t with_marker(std::string_view text, std::uint32_t begin) {
    const std::uint32_t line = line_begin(text, begin);
    std::uint32_t behind = begin;
    while (behind > line && text[behind - 1] == ' ') --behind;
    if (behind == line || behind == begin) return begin;
    std::uint32_t marker = behind - 1;
    const char bullet = text[marker];
    if (bullet == '.' || bullet == ')')
        while (marker > line && is_digit(text[marker - 1])) --marker;
    const bool numbered = marker < behind - 1;
    return bullet == '-' || bullet == '*' || bullet == '+' || numbered ? marker : begin;
}

/// The lines of a definition without the prefixes of its containers, which stay.
void blank(MarkedText& marked, const Definition& definition) {
    const std::string& text = marked.text.text;
    const std::uint32_t first_end = line_at(text, definition.span.begin).end;
    marked.blanks.push_back({with_marker(text, definition.span.begin), first_end});
    const Container container = container_of(text, definition.span.begin);
    for (std::uint32_t at = first_end + 1; at < definition.span.end;) {
        const Range line = line_at(text, at);
        marked.blanks.push_back(contained(text, line, container).rest);
        at = line.end + 1;
    }
}

}  // namespace

void read_blocks(MarkedText& marked, Dialect dialect) {
    const std::string& text = marked.text.text;
    std::string probe = without_labels(text);
    marked.structure = read_structure(probe);
    if (text.find("%%") == std::string::npos && text.find("$$") == std::string::npos) return;
    bool reread = false;
    std::vector<Range> taken;
    for (const SpanningMark& mark : find_spanning(text, marked.structure, dialect)) {
        taken.push_back(mark.span);
        reread = add_spanning(marked, mark, probe) || reread;
    }
    if (reread) marked.structure = read_structure(probe);
    make_opaque(marked.structure, taken);
}

void add_addresses(MarkedText& marked) {
    std::vector<Range> taken;
    for (const LocalMark& address : find_bare_addresses(marked.text.text, marked.structure)) {
        taken.push_back(address.span);
        marked.marks.push_back(address);
    }
    make_opaque(marked.structure, taken);
}

void take_out(MarkedText& marked, const std::vector<Definition>& definitions) {
    std::vector<Range> taken;
    for (const Definition& definition : definitions) {
        taken.push_back(definition.span);
        blank(marked, definition);
    }
    make_opaque(marked.structure, taken);
}

std::string masked(const MarkedText& marked) {
    std::string text = marked.text.text;
    for (const LocalMark& mark : marked.marks) {
        if (mark.kind != LocalMark::Kind::opening && mark.kind != LocalMark::Kind::closing)
            fill(text, mark.span, 'x');
        else if (mark.style == Style::subscript)
            fill(text, mark.span, '^');
    }
    for (const Range letter : marked.letters) fill(text, letter, 'x');
    for (const Range blank : marked.blanks) fill(text, blank, ' ');
    fill_label_colons(text);
    return text;
}

}  // namespace notes_export::markdown
