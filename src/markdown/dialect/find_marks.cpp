#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>

#include "markdown/dialect/address_signs.hpp"
#include "markdown/dialect/containers.hpp"
#include "markdown/dialect/inline_marks.hpp"
#include "markdown/dialect/mark_node.hpp"
#include "markdown/dialect/marked_text.hpp"
#include "markdown/dialect/unspaced_emphasis.hpp"
#include "markdown/marks.hpp"

namespace notes_export::markdown {
namespace {

/// Footnotes within footnotes within footnotes stay text: each level copies its body.
constexpr int deepest = 3;

/// Whether a label is more than its letters.
bool has_markup(std::string_view label) {
    return label.find_first_of("*_`[!<&\\~=^$#:+\n%") != std::string_view::npos;
}

class Finder {
public:
    Finder(const Source& source, Diagnostics& diagnostics) : source_(source), diagnostics_(diagnostics) {}

    Marks find() {
        texts_.push_back({.text = {source_.text.substr(source_.body), {{0, source_.body, false}}}, .depth = 0});
        for (std::size_t i = 0; i < texts_.size(); ++i) find_blocks(i);
        for (std::size_t i = 0; i < texts_.size(); ++i) find_inlines(i);
        publish();
        warn_of_unused();
        return std::move(marks_);
    }

private:
    /// What concerns blocks: comments and formulas over lines, footnotes' definitions, whose bodies become texts too.
    void find_blocks(std::size_t index) {
        MarkedText& marked = texts_[index];
        read_blocks(marked, source_.dialect);
        if (marked.depth >= deepest) return;
        const auto definitions = find_definitions(marked.text.text, marked.structure);
        take_out(marked, definitions);
        for (const Definition& definition : definitions) add_definition(marked, definition);
    }

    void add_definition(const MarkedText& around, const Definition& definition) {
        const MappedText& text = around.text;
        FootnoteDefinitionMark mark{
            .label = text.to_source(definition.label), .span = text.to_source(definition.span), .body = {}};
        for (const Range line : definition.lines) mark.body.lines.push_back(text.to_source(line));
        definitions_.try_emplace(label_key(slice(text.text, definition.label)), marks_.footnotes.size());
        marks_.footnotes.push_back(std::move(mark));
        bodies_.push_back(texts_.size());
        texts_.push_back({.text = excerpt(text, definition.lines), .depth = around.depth + 1});
    }

    void find_inlines(std::size_t index) {
        MarkedText& marked = texts_[index];
        const std::string& text = marked.text.text;
        const MarkRules rules{.dialect = source_.dialect,
                              .inline_footnotes = marked.depth < deepest,
                              .is_defined = [&](Range label) { return use_definition(marked.text, label); }};
        add_addresses(marked);
        auto found = find_inline_marks(text, marked.structure, rules);
        marked.letters = address_signs(text, marked.structure);
        const auto blocking = blocking_punctuation(text, marked.structure);
        marked.letters.insert(marked.letters.end(), blocking.begin(), blocking.end());
        for (LocalMark& mark : found)
            if (mark.kind == LocalMark::Kind::inline_footnote)
                mark.partner = add_inline_excerpt(marked, mark.first);
            else if (mark.kind == LocalMark::Kind::wikilink && has_markup(slice(text, mark.second)))
                mark.partner = add_inline_excerpt(marked, mark.second);
        marked.marks.insert(marked.marks.end(), found.begin(), found.end());
        std::sort(marked.marks.begin(), marked.marks.end(),
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

    /// A footnote's body or a link's label becomes a text; returns its index.
    std::uint32_t add_inline_excerpt(const MarkedText& around, Range body) {
        const std::string& text = around.text.text;
        const Container container = container_of(text, body.begin);
        std::vector<Range> lines;
        for (std::uint32_t at = body.begin; at < body.end;) {
            Range line = line_at(text, at);
            at = line.end + 1;
            line.end = std::min(line.end, body.end);
            lines.push_back(lines.empty() ? line : contained(text, line, container).rest);
        }
        texts_.push_back({.text = excerpt(around.text, lines), .depth = around.depth + 1, .lines = lines});
        read_blocks(texts_.back(), source_.dialect);
        return static_cast<std::uint32_t>(texts_.size() - 1);
    }

    Excerpt inline_excerpt(const MappedText& text, const LocalMark& mark) const {
        const bool has_excerpt =
            mark.kind == LocalMark::Kind::wikilink || mark.kind == LocalMark::Kind::inline_footnote;
        if (!has_excerpt || mark.partner == nowhere) return {};
        const MarkedText& inside = texts_[mark.partner];
        Excerpt out{.masked = masked(inside), .lines = {}};
        for (const Range line : inside.lines) out.lines.push_back(text.to_source(line));
        return out;
    }

    void publish() {
        for (const MarkedText& marked : texts_)
            for (const LocalMark& local : marked.marks)
                marks_.marks.push_back(to_mark(marked.text, local, inline_excerpt(marked.text, local)));
        marks_.masked = masked(texts_.front());
        for (std::size_t i = 0; i < bodies_.size(); ++i) marks_.footnotes[i].body.masked = masked(texts_[bodies_[i]]);
        std::stable_sort(marks_.marks.begin(), marks_.marks.end(),
                         [](const Mark& a, const Mark& b) { return a.span.begin < b.span.begin; });
        pair_delimiters(marks_.marks);
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
    std::deque<MarkedText> texts_;                    ///< grows while it is read; references stay
    std::map<std::string, std::size_t> definitions_;  ///< by label's key: index into the footnotes
    std::vector<std::size_t> bodies_;                 ///< for each footnote the index of its text
    Marks marks_;
};

}  // namespace

Marks find_marks(const Source& source, Diagnostics& diagnostics) {
    const std::string_view openers = source.dialect == Dialect::logseq ? "[$%=~^#:+(" : "[$%=~^#:+";
    const bool plain = source.text.find_first_of(openers, source.body) == std::string::npos;
    if (plain && !may_have_unspaced_emphasis(std::string_view(source.text).substr(source.body)))
        return {.masked = source.text.substr(source.body), .marks = {}, .footnotes = {}};
    return Finder(source, diagnostics).find();
}

}  // namespace notes_export::markdown
