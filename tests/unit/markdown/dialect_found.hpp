/// What `find_marks` finds, written so that a test can compare it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "markdown/marks.hpp"

namespace notes_export::markdown::testing {

struct Found {
    Source source;
    Marks marks;
    Diagnostics diagnostics;

    std::string_view operator()(SourceSpan span) const {
        return std::string_view(source.text).substr(span.begin, span.end - span.begin);
    }

    /// "wikilink Note|alias", "math x", "tag a/b" …; delimiters as "<highlight" and "highlight>".
    std::vector<std::string> names() const {
        std::vector<std::string> out;
        for (const Mark& mark : marks.marks) {
            out.push_back(std::visit([&](const auto& node) { return name(node); }, mark.node));
            if (std::holds_alternative<AddressMark>(mark.node)) out.back() += " " + text(mark.span);
        }
        return out;
    }

    std::vector<std::string> warnings() const {
        std::vector<std::string> out;
        for (const Diagnostic& diagnostic : diagnostics.all()) out.push_back(diagnostic.id);
        return out;
    }

private:
    std::string text(SourceSpan span) const { return std::string((*this)(span)); }
    std::string labelled(std::string kind, SourceSpan destination, SourceSpan label) const {
        return kind + " " + text(destination) + (label.begin < label.end ? "|" + text(label) : "");
    }
    std::string name(const WikilinkMark& m) const { return labelled("wikilink", m.destination, m.label); }
    std::string name(const EmbedMark& m) const { return labelled("embed", m.destination, m.label); }
    std::string name(const MathMark& m) const {
        return (m.display ? "display " : "math ") + (m.text.empty() ? text(m.tex) : m.text);
    }
    std::string name(const CommentMark&) const { return "comment"; }
    std::string name(const FootnoteReferenceMark& m) const { return "footnote " + text(m.label); }
    std::string name(const InlineFootnoteMark& m) const { return "inline " + m.excerpt.masked; }
    std::string name(const TagMark& m) const { return "tag " + text(m.name); }
    std::string name(const BlockIdMark& m) const { return "id " + text(m.name); }
    std::string name(const EmojiMark& m) const { return "emoji " + m.characters; }
    std::string name(const AddressMark&) const { return "address"; }
    std::string name(const DelimiterMark& m) const {
        const std::string style = m.style == Style::highlight   ? "highlight"
                                  : m.style == Style::insertion ? "inserted"
                                  : m.style == Style::subscript ? "sub"
                                                                : "sup";
        return m.opens ? "<" + style : style + ">";
    }
};

inline Found find(std::string text, Dialect dialect = Dialect::plain) {
    Found found;
    found.source.text = std::move(text);
    found.source.dialect = dialect;
    found.marks = find_marks(found.source, found.diagnostics);
    return found;
}

inline std::vector<std::string> names(std::string text, Dialect dialect = Dialect::plain) {
    return find(std::move(text), dialect).names();
}

inline std::string masked(std::string text, Dialect dialect = Dialect::plain) {
    return find(std::move(text), dialect).marks.masked;
}

}  // namespace notes_export::markdown::testing
