#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <numeric>
#include <set>

#include "markdown/dialect/containers.hpp"
#include "markdown/dialect/footnotes.hpp"
#include "markdown/dialect/inline_marks.hpp"
#include "markdown/dialect/mapped_text.hpp"
#include "markdown/dialect/spanning.hpp"
#include "markdown/marks.hpp"

namespace notes_export::markdown {
namespace {

/// Footnotes within footnotes within footnotes stay text: each level copies its body.
constexpr int deepest = 3;

/// A text with what was found in it: the body of the source, or of a footnote.
struct Reading {
    MappedText text;
    Structure structure;
    std::vector<LocalMark> marks;
    std::vector<Range> blanks;  ///< masked as blanks: definitions, comments on lines of their own
    std::vector<Range> lines;   ///< of an inline footnote: its lines in the text it stands in
    int depth = 0;
};

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

void read_spanning(Reading& reading, std::string& probe, Dialect dialect) {
    const std::string& text = reading.text.text;
    if (text.find("%%") == std::string::npos && text.find("$$") == std::string::npos) return;
    const auto found = find_spanning(text, reading.structure, dialect);
    bool reread = false;
    std::vector<Range> taken;
    for (const SpanningMark& mark : found) {
        taken.push_back(mark.span);
        const bool comment = mark.kind == SpanningMark::Kind::comment;
        const bool vanishes = comment && mark.whole_lines && mark.crosses_blocks;
        fill(probe, mark.span, vanishes ? ' ' : 'x');
        reread = reread || mark.crosses_blocks;
        if (vanishes) {
            reading.blanks.push_back(mark.span);
        } else {
            const Range inside{mark.span.begin + 2, mark.span.end - 2};
            reading.marks.push_back({.span = mark.span,
                                     .first = inside,
                                     .second = {},
                                     .kind = comment ? LocalMark::Kind::comment : LocalMark::Kind::display_math});
        }
    }
    if (reread) reading.structure = read_structure(probe);
    make_opaque(reading.structure, taken);
}

/// Blanks for a definition's lines. Containers' prefixes stay, a list's marker that has nothing else goes.
void blank_definition(Reading& reading, const Definition& definition) {
    const std::string& text = reading.text.text;
    Range first{definition.span.begin, line_at(text, definition.span.begin).end};
    const std::uint32_t begin = line_begin(text, first.begin);
    std::uint32_t marker = first.begin;
    while (marker > begin && text[marker - 1] == ' ') --marker;
    if (marker > begin && marker < first.begin) {
        std::uint32_t digit = marker - 1;
        const char bullet = text[digit];
        if (bullet == '.' || bullet == ')')
            while (digit > begin && text[digit - 1] >= '0' && text[digit - 1] <= '9') --digit;
        if (bullet == '-' || bullet == '*' || bullet == '+' || digit < marker - 1) first.begin = digit;
    }
    reading.blanks.push_back(first);
    const Container container = container_of(text, definition.span.begin);
    for (std::uint32_t at = first.end + 1; at < definition.span.end;) {
        const Range line = line_at(text, at);
        reading.blanks.push_back(contained(text, line, container).rest);
        at = line.end + 1;
    }
}

class Finder {
public:
    Finder(const Source& source, Diagnostics& diagnostics) : source_(source), diagnostics_(diagnostics) {}

    Marks find() {
        MappedText body{source_.text.substr(source_.body), {{0, source_.body}}};
        readings_.push_back(
            {.text = std::move(body), .structure = {}, .marks = {}, .blanks = {}, .lines = {}, .depth = 0});
        for (std::size_t i = 0; i < readings_.size(); ++i) read_blocks(i);
        for (std::size_t i = 0; i < readings_.size(); ++i) read_inlines(i);
        finish();
        warn();
        return std::move(marks_);
    }

private:
    /// What concerns blocks: comments and formulas over lines, footnotes' definitions, which become readings too.
    void read_blocks(std::size_t index) {
        Reading& reading = readings_[index];
        std::string probe = without_labels(reading.text.text);
        reading.structure = read_structure(probe);
        read_spanning(reading, probe, source_.dialect);
        if (reading.depth >= deepest) return;
        std::vector<Range> taken;
        for (const Definition& definition : find_definitions(reading.text.text, reading.structure)) {
            taken.push_back(definition.span);
            blank_definition(reading, definition);
            add_definition(index, definition);
        }
        make_opaque(readings_[index].structure, taken);
    }

    void add_definition(std::size_t index, const Definition& definition) {
        const MappedText& text = readings_[index].text;
        FootnoteDefinitionMark mark{
            .label = text.to_source(definition.label), .span = text.to_source(definition.span), .body = {}};
        for (const Range line : definition.lines) mark.body.lines.push_back(text.to_source(line));
        const std::string key = label_key(slice(text.text, definition.label));
        definitions_.try_emplace(key, marks_.footnotes.size());
        marks_.footnotes.push_back(std::move(mark));
        definition_readings_.push_back(readings_.size());
        Reading next{.text = excerpt(text, definition.lines),
                     .structure = {},
                     .marks = {},
                     .blanks = {},
                     .lines = {},
                     .depth = readings_[index].depth + 1};
        readings_.push_back(std::move(next));
    }

    void read_inlines(std::size_t index) {
        const MarkRules rules{
            .dialect = source_.dialect,
            .footnotes = readings_[index].depth < deepest,
            .is_defined = [&](std::string_view label) { return definitions_.contains(label_key(label)); }};
        auto found = find_inline_marks(readings_[index].text.text, readings_[index].structure, rules);
        auto& marks = readings_[index].marks;
        for (LocalMark& mark : found)
            if (mark.kind == LocalMark::Kind::inline_footnote) mark.partner = add_inline_footnote(index, mark.first);
        marks.insert(marks.end(), found.begin(), found.end());
        std::sort(marks.begin(), marks.end(),
                  [](const LocalMark& a, const LocalMark& b) { return a.span.begin < b.span.begin; });
    }

    /// Index of the body's reading.
    std::uint32_t add_inline_footnote(std::size_t index, Range body) {
        const MappedText& text = readings_[index].text;
        const Container container = container_of(text.text, body.begin);
        std::vector<Range> lines;
        for (std::uint32_t at = body.begin; at < body.end;) {
            Range line = line_at(text.text, at);
            at = line.end + 1;
            line.end = std::min(line.end, body.end);
            lines.push_back(lines.empty() ? line : contained(text.text, line, container).rest);
        }
        Reading next{.text = excerpt(text, lines),
                     .structure = {},
                     .marks = {},
                     .blanks = {},
                     .lines = lines,
                     .depth = readings_[index].depth + 1};
        std::string probe = without_labels(next.text.text);
        next.structure = read_structure(probe);
        read_spanning(next, probe, source_.dialect);
        readings_.push_back(std::move(next));
        return static_cast<std::uint32_t>(readings_.size() - 1);
    }

    Excerpt inline_footnote(const MappedText& text, std::size_t reading) const {
        Excerpt out{.masked = masked(readings_[reading]), .lines = {}};
        for (const Range line : readings_[reading].lines) out.lines.push_back(text.to_source(line));
        return out;
    }

    void finish() {
        for (Reading& reading : readings_) publish(reading);
        marks_.masked = masked(readings_.front());
        for (std::size_t i = 0; i < definition_readings_.size(); ++i)
            marks_.footnotes[i].body.masked = masked(readings_[definition_readings_[i]]);
        std::stable_sort(marks_.marks.begin(), marks_.marks.end(),
                         [](const Mark& a, const Mark& b) { return a.span.begin < b.span.begin; });
    }

    std::string masked(const Reading& reading) const {
        std::string text = reading.text.text;
        for (const LocalMark& mark : reading.marks) fill(text, mark.span, 'x');
        for (const Range blank : reading.blanks) fill(text, blank, ' ');
        return text;
    }

    void publish(Reading& reading) {
        const MappedText& text = reading.text;
        for (const LocalMark& local : reading.marks) {
            Mark mark{.span = text.to_source(local.span), .node = CommentMark{}};
            const SourceSpan first = text.to_source(local.first);
            switch (local.kind) {
                case LocalMark::Kind::wikilink:
                    mark.node = WikilinkMark{first, text.to_source(local.second)};
                    break;
                case LocalMark::Kind::embed:
                    mark.node = EmbedMark{first, text.to_source(local.second)};
                    break;
                case LocalMark::Kind::display_math:
                    mark.node = MathMark{first, true, {}};
                    break;
                case LocalMark::Kind::footnote:
                    mark.node = FootnoteReferenceMark{first};
                    break;
                case LocalMark::Kind::inline_footnote:
                    mark.node = InlineFootnoteMark{first, inline_footnote(text, local.partner)};
                    break;
                default:
                    break;
            }
            marks_.marks.push_back(std::move(mark));
        }
    }

    void warn() {}

    const Source& source_;
    [[maybe_unused]] Diagnostics& diagnostics_;
    std::deque<Reading> readings_;                    ///< grows while it is read; references stay
    std::map<std::string, std::size_t> definitions_;  ///< by label's key: index into the footnotes
    std::vector<std::size_t> definition_readings_;
    Marks marks_;
};

}  // namespace

Marks find_marks(const Source& source, Diagnostics& diagnostics) {
    if (source.text.find_first_of("[$%=~^#:", source.body) == std::string::npos)
        return {.masked = source.text.substr(source.body), .marks = {}, .footnotes = {}};
    return Finder(source, diagnostics).find();
}

}  // namespace notes_export::markdown
