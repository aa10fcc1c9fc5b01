#include "archive/date_line.hpp"

#include <algorithm>
#include <array>

namespace notes_export::archive {
namespace {

bool is_break(const Inline& item) {
    return std::holds_alternative<SoftBreak>(item.node) || std::holds_alternative<LineBreak>(item.node);
}

/// Bytes of blanks and of marks that set a date off from what follows it.
std::size_t separator_length(std::string_view text) {
    static constexpr std::array<std::string_view, 10> marks{" ", "\t", "|", ",", ";", ":", "-", "–", "—", "·"};
    std::size_t length = 0;
    for (bool more = true; more;) {
        more = false;
        for (const std::string_view mark : marks)
            if (text.substr(length).starts_with(mark)) {
                length += mark.size();
                more = true;
            }
    }
    return length;
}

bool has_separator(std::string_view text) {
    const std::string_view marks = text.substr(0, separator_length(text));
    return marks.find_first_not_of(" \t") != std::string_view::npos;
}

/// The text at the paragraph's beginning, up to the first thing that is not plain text.
std::string leading_text(const Inlines& inlines, std::size_t& nodes) {
    std::string text;
    for (nodes = 0; nodes < inlines.size(); ++nodes) {
        const auto* part = std::get_if<Text>(&inlines[nodes].node);
        if (!part) break;
        text += part->text;
    }
    return text;
}

/// The whole of a first inline in emphasis or code: `*13 February 2024*`.
DateReading styled_date(const Inlines& inlines) {
    const Inline& first = inlines.front();
    if (!std::holds_alternative<Styled>(first.node) && !std::holds_alternative<Code>(first.node)) return {};
    if (inlines.size() > 1 && !is_break(inlines[1])) return {};
    Inlines alone;
    alone.push_back(first);
    return read_whole_date(plain_text(alone));
}

}  // namespace

DateReading find_date_line(const Block& block) {
    const auto* paragraph = std::get_if<Paragraph>(&block.node);
    if (!paragraph || paragraph->children.empty()) return {};
    const Inlines& inlines = paragraph->children;
    std::size_t nodes = 0;
    const std::string line = leading_text(inlines, nodes);
    if (nodes == 0) return styled_date(inlines);
    DateReading reading = read_date(line);
    if (reading.length == 0) return {};
    const std::string_view rest = std::string_view(line).substr(reading.length);
    const bool alone = rest.find_first_not_of(" \t") == std::string_view::npos &&
                       (nodes == inlines.size() || is_break(inlines[nodes]));
    const bool set_off = reading.date && (reading.date->has_time || has_separator(rest));
    return alone || set_off ? reading : DateReading{};
}

void remove_date_line(Blocks& blocks, std::size_t index, const DateReading& reading) {
    Inlines& inlines = std::get<Paragraph>(blocks[index].node).children;
    std::size_t left = reading.length;
    if (!std::holds_alternative<Text>(inlines.front().node)) {
        inlines.erase(inlines.begin());
    } else {
        while (!inlines.empty()) {
            auto* part = std::get_if<Text>(&inlines.front().node);
            if (!part) break;
            std::size_t cut = std::min(left, part->text.size());
            left -= cut;
            if (left == 0) cut += separator_length(part->text.substr(cut));
            part->text.remove_prefix(cut);
            SourceSpan& span = inlines.front().span;
            span.begin = std::min(span.end, span.begin + static_cast<std::uint32_t>(cut));
            if (!part->text.empty()) break;
            inlines.erase(inlines.begin());
        }
    }
    if (!inlines.empty() && is_break(inlines.front())) inlines.erase(inlines.begin());
    if (inlines.empty() && blocks[index].anchors.empty())
        blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(index));
}

}  // namespace notes_export::archive
