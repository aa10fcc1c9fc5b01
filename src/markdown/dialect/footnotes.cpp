#include "markdown/dialect/footnotes.hpp"

#include <algorithm>

#include "markdown/dialect/containers.hpp"
#include "unicode/text.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::size_t longest_label = 200;        // bytes; keeps the search linear
constexpr std::size_t longest_link_label = 4096;  // bytes; CommonMark's 999 characters (4.7)

std::optional<Range> definition_label(std::string_view text, Range line) {
    if (text.substr(line.begin, 2) != "[^") return std::nullopt;
    const auto label = footnote_label(text, line.begin);
    if (!label || label->end + 1 >= text.size() || text[label->end + 1] != ':') return std::nullopt;
    return label;
}

/// Where the definitions begin: lines of paragraphs, and of headings that are underlined (`#` before it would make
/// the label a heading's text).
std::vector<Range> definition_starts(std::string_view text, const Leaf& leaf) {
    std::vector<Range> starts;
    if (leaf.kind == Leaf::Kind::row) return starts;
    for (const Range line : leaf.lines) {
        if (!definition_label(text, line)) continue;
        const Container container = container_of(text, line.begin);
        if (!container.heading) starts.push_back(line);
    }
    return starts;
}

/// Collects the lines of one definition's body.
/// `leaf_end`: lines before it belong to the definition's paragraph, however they are indented.
Definition read_definition(std::string_view text, Range start, Range label, std::uint32_t leaf_end) {
    Definition definition{.label = label, .span = start, .lines = {}};
    const std::size_t body = std::min(text.find_first_not_of(" \t", label.end + 2), std::size_t{start.end});
    definition.lines.push_back({static_cast<std::uint32_t>(body), start.end});
    const Container container = container_of(text, start.begin);
    const int label_width = static_cast<int>(body - start.begin);

    int strip = 4;
    bool first_after_blank = true;
    std::vector<Range> blanks;
    for (std::uint32_t at = start.end + 1; at < text.size();) {
        const Range line = line_at(text, at);
        const ContainedLine content = contained(text, line, container);
        const bool lazy = line.begin < leaf_end;
        if (content.blank && !lazy) {
            if (!content.inside && container.quotes > 0) break;
            blanks.push_back(content.rest);
        } else if (lazy || (content.inside && content.indentation >= 4)) {
            if (!blanks.empty() && first_after_blank) {
                // A body aligned with the text behind its label is not code.
                strip = content.indentation <= label_width ? content.indentation : 4;
                first_after_blank = false;
            }
            definition.lines.insert(definition.lines.end(), blanks.begin(), blanks.end());
            blanks.clear();
            definition.lines.push_back(without_indentation(text, content.rest, strip));
            definition.span.end = line.end;
        } else {
            break;
        }
        at = line.end + 1;
    }
    return definition;
}

}  // namespace

std::optional<Range> footnote_label(std::string_view text, std::uint32_t at) {
    const std::size_t limit = std::min(text.size(), at + 2 + longest_label);
    for (std::size_t i = at + 2; i < limit; ++i) {
        const char c = text[i];
        if (c == ']') {
            if (i == at + 2) return std::nullopt;
            return Range{at + 2, static_cast<std::uint32_t>(i)};
        }
        if (c == '[' || static_cast<unsigned char>(c) <= ' ' || c == '\\') return std::nullopt;
    }
    return std::nullopt;
}

void fill_label_colons(std::string& text) {
    for (std::size_t at = text.find("[^"); at != std::string::npos;) {
        std::size_t close = at + 2;
        const std::size_t limit = std::min(text.size(), at + longest_link_label);
        while (close < limit && text[close] != ']' && text[close] != '[') close += text[close] == '\\' ? 2 : 1;
        if (close + 1 < text.size() && text[close] == ']' && text[close + 1] == ':') text[close + 1] = 'x';
        at = text.find("[^", close);
    }
}

std::string without_labels(std::string_view text) {
    std::string out(text);
    fill_label_colons(out);
    for (std::size_t at = text.find("[^"); at != std::string_view::npos; at = text.find("[^", at + 2))
        if (const auto label = footnote_label(text, static_cast<std::uint32_t>(at)))
            std::fill(out.begin() + static_cast<std::ptrdiff_t>(at), out.begin() + label->end + 1, 'x');
    return out;
}

std::vector<Definition> find_definitions(std::string_view text, const Structure& structure) {
    std::vector<Definition> definitions;
    std::uint32_t behind = 0;
    for (const Leaf& leaf : structure.leaves) {
        const std::vector<Range> starts = definition_starts(text, leaf);
        for (std::size_t i = 0; i < starts.size(); ++i) {
            if (starts[i].begin < behind) continue;
            const bool last = i + 1 == starts.size();
            const std::uint32_t own_end = last ? leaf.lines.back().end : line_begin(text, starts[i + 1].begin);
            Definition definition = read_definition(text, starts[i], *definition_label(text, starts[i]), own_end);
            behind = definition.span.end;
            definitions.push_back(std::move(definition));
        }
    }
    return definitions;
}

std::string label_key(std::string_view label) {
    return unicode::match_key(label);
}

}  // namespace notes_export::markdown
