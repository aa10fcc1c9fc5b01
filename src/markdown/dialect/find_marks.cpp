#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <numeric>
#include <set>

#include "markdown/dialect/address_signs.hpp"
#include "markdown/dialect/cjk_emphasis.hpp"
#include "markdown/dialect/containers.hpp"
#include "markdown/dialect/emoji.hpp"
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
    std::vector<Range> blanks;   ///< masked as blanks: definitions, comments on lines of their own
    std::vector<Range> letters;  ///< masked as letters that are put back
    std::vector<Range> lines;    ///< of an inline footnote: its lines in the text it stands in
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

/// Whether a label is more than its letters.
bool has_markup(std::string_view label) {
    return label.find_first_of("*_`[!<&\\~=^$#:\n%") != std::string_view::npos;
}

/// TeX over several lines, without the prefixes of the containers it stands in; empty where it has none.
std::string joined_tex(const MappedText& text, Range tex) {
    const std::string_view all = text.text;
    if (slice(all, tex).find('\n') == std::string_view::npos) return {};
    const Container container = container_of(all, tex.begin);
    std::string out;
    for (std::uint32_t at = tex.begin; at <= tex.end;) {
        const Range line = line_at(all, at);
        Range rest = at == tex.begin ? line : contained(all, line, container).rest;
        rest.end = std::min(rest.end, tex.end);
        if (at != tex.begin) out += '\n';
        if (rest.begin < rest.end) out += slice(all, rest);
        at = line.end + 1;
    }
    return out == slice(all, tex) ? std::string() : out;
}

class Finder {
public:
    Finder(const Source& source, Diagnostics& diagnostics) : source_(source), diagnostics_(diagnostics) {}

    Marks find() {
        MappedText body{source_.text.substr(source_.body), {{0, source_.body, false}}};
        readings_.push_back({.text = std::move(body),
                             .structure = {},
                             .marks = {},
                             .blanks = {},
                             .letters = {},
                             .lines = {},
                             .depth = 0});
        for (std::size_t i = 0; i < readings_.size(); ++i) read_blocks(i);
        for (std::size_t i = 0; i < readings_.size(); ++i) read_inlines(i);
        finish();
        warn_of_unused();
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
                     .letters = {},
                     .lines = {},
                     .depth = readings_[index].depth + 1};
        readings_.push_back(std::move(next));
    }

    void read_inlines(std::size_t index) {
        const MarkRules rules{.dialect = source_.dialect,
                              .inline_footnotes = readings_[index].depth < deepest,
                              .is_defined = [&](Range label) { return use_definition(readings_[index].text, label); }};
        const std::string& text = readings_[index].text.text;
        auto found = find_inline_marks(text, readings_[index].structure, rules);
        auto& marks = readings_[index].marks;
        auto& letters = readings_[index].letters;
        letters = address_signs(text, readings_[index].structure);
        const auto blocking = blocking_punctuation(text, readings_[index].structure);
        letters.insert(letters.end(), blocking.begin(), blocking.end());
        for (LocalMark& mark : found)
            if (mark.kind == LocalMark::Kind::inline_footnote)
                mark.partner = add_inline_excerpt(index, mark.first);
            else if (mark.kind == LocalMark::Kind::wikilink && has_markup(slice(text, mark.second)))
                mark.partner = add_inline_excerpt(index, mark.second);
        marks.insert(marks.end(), found.begin(), found.end());
        std::sort(marks.begin(), marks.end(),
                  [](const LocalMark& a, const LocalMark& b) { return a.span.begin < b.span.begin; });
    }

    /// Whether the label has a definition, which is used then.
    bool use_definition(const MappedText& text, Range label) {
        const std::string_view name = slice(text.text, label);
        const auto definition = definitions_.find(label_key(name));
        if (definition != definitions_.end()) return marks_.footnotes[definition->second].used = true;
        // "[^a-z]" is a pattern.
        if (!definitions_.empty() || std::all_of(name.begin(), name.end(), is_digit))
            diagnostics_.warn("footnote-undefined", source_.id, text.to_source({label.begin - 2, label.end + 1}),
                              fmt::format("Footnote [^{}] is defined nowhere in this note; left as text", name),
                              fmt::format("Add a line that begins with [^{}]:", name));
        return false;
    }

    /// A footnote's body or a link's label becomes a reading; returns its index.
    std::uint32_t add_inline_excerpt(std::size_t index, Range body) {
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
                     .letters = {},
                     .lines = lines,
                     .depth = readings_[index].depth + 1};
        std::string probe = without_labels(next.text.text);
        next.structure = read_structure(probe);
        read_spanning(next, probe, source_.dialect);
        readings_.push_back(std::move(next));
        return static_cast<std::uint32_t>(readings_.size() - 1);
    }

    Excerpt inline_excerpt(const MappedText& text, const LocalMark& mark) const {
        if (mark.partner == nowhere) return {};
        const Reading& reading = readings_[mark.partner];
        Excerpt out{.masked = masked(reading), .lines = {}};
        for (const Range line : reading.lines) out.lines.push_back(text.to_source(line));
        return out;
    }

    void finish() {
        for (const Reading& reading : readings_) publish(reading);
        marks_.masked = masked(readings_.front());
        for (std::size_t i = 0; i < definition_readings_.size(); ++i)
            marks_.footnotes[i].body.masked = masked(readings_[definition_readings_[i]]);
        std::stable_sort(marks_.marks.begin(), marks_.marks.end(),
                         [](const Mark& a, const Mark& b) { return a.span.begin < b.span.begin; });
        pair_delimiters();
    }

    std::string masked(const Reading& reading) const {
        std::string text = reading.text.text;
        for (const LocalMark& mark : reading.marks) {
            if (mark.kind != LocalMark::Kind::opening && mark.kind != LocalMark::Kind::closing)
                fill(text, mark.span, 'x');
            else if (mark.style == Style::subscript)
                fill(text, mark.span, '^');
        }
        for (const Range letter : reading.letters) fill(text, letter, 'x');
        for (const Range blank : reading.blanks) fill(text, blank, ' ');
        fill_label_colons(text);
        return text;
    }

    void publish(const Reading& reading) {
        for (const LocalMark& local : reading.marks)
            marks_.marks.push_back({.span = reading.text.to_source(local.span), .node = node(reading.text, local)});
    }

    decltype(Mark::node) node(const MappedText& text, const LocalMark& local) const {
        using Kind = LocalMark::Kind;
        const SourceSpan first = text.to_source(local.first);
        switch (local.kind) {
            case Kind::wikilink:
                return WikilinkMark{first, text.to_source(local.second), inline_excerpt(text, local)};
            case Kind::embed:
                return EmbedMark{first, text.to_source(local.second)};
            case Kind::math:
                return MathMark{first, false, joined_tex(text, local.first)};
            case Kind::display_math:
                return MathMark{first, true, joined_tex(text, local.first)};
            case Kind::footnote:
                return FootnoteReferenceMark{first};
            case Kind::inline_footnote:
                return InlineFootnoteMark{first, inline_excerpt(text, local)};
            case Kind::tag:
                return TagMark{first};
            case Kind::block_id:
                return BlockIdMark{first};
            case Kind::emoji:
                return EmojiMark{std::string(emoji(slice(text.text, local.first)))};
            // Until all marks are in order a partner is where the other delimiter stands in the source.
            case Kind::opening:
                return DelimiterMark{local.style, true, text.to_source(local.partner)};
            case Kind::closing:
                return DelimiterMark{local.style, false, text.to_source(local.partner)};
            case Kind::comment:
                break;
        }
        return CommentMark{};
    }

    /// Partners as indices.
    void pair_delimiters() {
        for (Mark& mark : marks_.marks) {
            auto* delimiter = std::get_if<DelimiterMark>(&mark.node);
            if (delimiter == nullptr) continue;
            const auto other = std::lower_bound(marks_.marks.begin(), marks_.marks.end(), delimiter->partner,
                                                [](const Mark& m, std::size_t at) { return m.span.begin < at; });
            delimiter->partner = static_cast<std::size_t>(other - marks_.marks.begin());
        }
    }

    void warn_of_unused() {
        for (const FootnoteDefinitionMark& footnote : marks_.footnotes) {
            if (footnote.used) continue;
            const std::string_view label =
                std::string_view(source_.text).substr(footnote.label.begin, footnote.label.end - footnote.label.begin);
            diagnostics_.warn("footnote-unused", source_.id, footnote.span,
                              fmt::format("Nothing refers to footnote [^{}]; set at the end of the note", label),
                              fmt::format("Write [^{}] where it belongs", label));
        }
    }

    const Source& source_;
    Diagnostics& diagnostics_;
    std::deque<Reading> readings_;                    ///< grows while it is read; references stay
    std::map<std::string, std::size_t> definitions_;  ///< by label's key: index into the footnotes
    std::vector<std::size_t> definition_readings_;
    Marks marks_;
};

}  // namespace

Marks find_marks(const Source& source, Diagnostics& diagnostics) {
    const std::string_view openers = source.dialect == Dialect::logseq ? "[$%=~^#:(" : "[$%=~^#:";
    const bool plain = source.text.find_first_of(openers, source.body) == std::string::npos;
    if (plain && !may_have_cjk_emphasis(std::string_view(source.text).substr(source.body)))
        return {.masked = source.text.substr(source.body), .marks = {}, .footnotes = {}};
    return Finder(source, diagnostics).find();
}

}  // namespace notes_export::markdown
