/// Code and formulas: lines as they are, on a ground.
#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/blocks/blocks.hpp"
#include "layout/blocks/inlines.hpp"
#include "unicode/text.hpp"

namespace notes_export::layout {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    while (!lines.empty() && lines.back().empty()) lines.pop_back();
    return lines;
}

TextStyle code_look(const Frame& frame, Points size) {
    TextStyle style;
    style.font = {text::Family::mono, false, false};
    style.size = size;
    style.features.ligatures = false;
    style.code = true;
    style.hyphenate = false;
    style.language = frame.text.language;
    return style;
}

/// How many characters wide a line is; those of East Asia take two, a tab goes to the next of four.
std::size_t columns(std::string_view line) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < line.size();) {
        const char32_t c = unicode::decode(line, at);
        const bool wide = (c >= 0x1100 && c <= 0x115F) || c >= 0x2E80;  // Hangul letters; Han and what is behind it
        count += c == '\t' ? 4 - count % 4 : wide ? 2 : 1;
    }
    return count;
}

/// Box drawing and block elements (U+2500 to U+259F).
bool draws_boxes(std::string_view text) {
    for (std::size_t at = text.find('\xE2'); at != std::string_view::npos; at = text.find('\xE2', at + 1)) {
        const std::string_view next = text.substr(at + 1, 2);
        if (next.size() == 2 && next >= "\x94\x80" && next <= "\x96\x9F") return true;
    }
    return false;
}

/// A line of hyphens or equals signs between corners or bars: of a box, of a table that a program printed.
bool is_ruled(std::string_view line) {
    return line.find_first_not_of("+-=|:> \t\r") == std::string_view::npos &&
           line.find_first_of("+|") != std::string_view::npos &&
           (line.find("--") != std::string_view::npos || line.find("==") != std::string_view::npos);
}

/// The lines of a listing that make a drawing or a printed table: turned over, they say nothing.
std::vector<std::string_view> drawn(const std::vector<std::string_view>& lines) {
    const bool ruled = std::ranges::any_of(lines, is_ruled);
    std::vector<std::string_view> found;
    for (const std::string_view line : lines)
        if (draws_boxes(line) || (ruled && line.find_first_of("+|") != std::string_view::npos)) found.push_back(line);
    return found;
}

/// Of the usual size, so that each line fits; at most 1.
double ratio_that_fits(const std::vector<std::string_view>& lines, Points size, Points width) {
    constexpr double advance = 0.601;  // em, of JetBrains Mono, and a little so that rounding turns no line over
    std::size_t longest = 1;
    for (const std::string_view line : lines) longest = std::max(longest, columns(line));
    return std::min(1.0, width.value / (static_cast<double>(longest) * advance * size.value));
}

constexpr double hardly_smaller = 0.88;  ///< of the size of type: a reader does not see it

/// Of the usual size. A listing whose longest line is a little too long is set a little smaller: better than a tail of
/// every line on a line of its own. Much too long ones are turned over, at the size of all others, unless they draw.
double fitting_ratio(const std::vector<std::string_view>& lines, Points size, Points width) {
    constexpr double smallest_drawing = 0.6;  // a hundred columns on the usual page
    const double all = ratio_that_fits(lines, size, width);
    if (all >= hardly_smaller) return all;
    const double drawing = ratio_that_fits(drawn(lines), size, width);
    return drawing >= smallest_drawing ? drawing : 1;
}

/// Strokes from line to line meet where lines stand as close as the face means them to.
Points leading_of(const Compositor& compositor, std::string_view code, const TextStyle& look) {
    const Design& design = compositor.design();
    const double ratio = look.size / design.code_size;
    const Points usual = design.code_leading * (ratio < hardly_smaller ? ratio : 1);
    if (!draws_boxes(code)) return usual;
    const text::FaceMetrics& face = compositor.book.fonts.info(compositor.book.fonts.bundled(look.font)).metrics;
    constexpr double overlap = 0.995;  // no light shines through between two edges
    return std::min(usual, look.size * ((face.ascent - face.descent) * overlap));
}

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

std::size_t indent_of(std::string_view line) {
    return std::min(line.find_first_not_of(" \t"), line.size());
}

/// Cost of a page break before line `i`, with so many lines of text above and below: none at a blank line, and never
/// fewer than three lines on either side.
double cost_before(const std::vector<std::string_view>& lines, std::size_t i, std::size_t above, std::size_t below) {
    constexpr std::size_t least = 3;
    if (i == 0) return break_costs::free;
    if (above < least || below < least) return break_costs::second_line;
    if (is_blank(lines[i - 1])) return break_costs::free;
    if (is_blank(lines[i])) return break_costs::within_item;
    const bool alone = is_blank(lines[i - 2]) || is_blank(lines[i + 1]);
    if (alone) return break_costs::lone_line_of_code;
    return indent_of(lines[i]) > indent_of(lines[i - 1]) ? break_costs::opened_code : break_costs::within_code;
}

/// Of a page break before each line.
std::vector<double> costs_of_breaks(const std::vector<std::string_view>& lines, bool kept_whole) {
    const auto all = lines.size() - static_cast<std::size_t>(std::ranges::count_if(lines, is_blank));
    std::vector<double> costs;
    std::size_t above = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const double cost = cost_before(lines, i, above, all - above);
        costs.push_back(kept_whole && cost > break_costs::free ? std::max(cost, break_costs::within_drawing) : cost);
        if (!is_blank(lines[i])) ++above;
    }
    return costs;
}

/// A drawing that takes less than half a page is divided at blank lines alone.
bool is_kept_whole(const std::vector<std::string_view>& lines, const Design& design) {
    return design.code_leading * static_cast<double>(lines.size()) < design.height / 2 && !drawn(lines).empty();
}

ParagraphStyle code_setting() {
    ParagraphStyle style;
    style.setting = Setting::ragged;
    style.direction = Direction::left_to_right;  // whatever the note's: code reads so
    style.hyphenate = false;
    style.code = true;
    return style;
}

void set_lines(Compositor& compositor, const std::vector<std::string_view>& lines, const TextStyle& look,
               const Frame& frame) {
    const std::vector<double> costs = costs_of_breaks(lines, is_kept_whole(lines, compositor.design()));
    const ParagraphStyle style = code_setting();
    const auto& fonts = compositor.book.fonts;
    const std::size_t first = compositor.next();
    auto& strips = compositor.galley().strips;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::size_t begin = compositor.next();
        if (lines[i].empty()) {
            Strip blank;
            blank.height = frame.leading;
            blank.baseline = baseline_in(frame.leading, look.size);
            compositor.add(std::move(blank));
        } else {
            // The line end belongs to the text: two lines are two lines when copied.
            Piece text = words(std::string(lines[i]), look, frame.parent);
            add_lines(compositor, set_paragraph({std::move(text)}, style, frame.width, fonts), frame, look.size);
        }
        if (begin < strips.size() && i > 0)
            strips[begin].break_cost = std::max(costs[i], begin == first ? strips[begin].break_cost : 0.0);
    }
}

}  // namespace

void set_block(Compositor& compositor, const CodeBlock& code, const Frame& frame) {
    const std::vector<std::string_view> lines = lines_of(code.text);
    if (lines.empty()) return;
    const Design& design = compositor.design();
    const Points padding = std::min(compositor.pt(7), frame.width * 0.04);
    Frame inner = frame;
    inner.parent = compositor.element(Role::code, frame.parent);
    inner.x += padding;
    inner.width -= padding * 2;
    const TextStyle look = code_look(frame, design.code_size * fitting_ratio(lines, design.code_size, inner.width));
    inner.leading = leading_of(compositor, code.text, look);

    compositor.space(design.grid);
    const std::size_t first = compositor.next();
    const std::size_t band = compositor.open_band(frame.x, frame.width, design.code_ground);
    set_lines(compositor, lines, look, inner);
    auto& strips = compositor.galley().strips;
    if (strips.size() > first) {
        pad_above(strips[first], padding * 0.8);
        strips.back().height += padding * 0.8;
        strips.back().snap = true;
    }
    compositor.close_band(band);
    compositor.space(design.grid);
}

void set_block(Compositor& compositor, const MathBlock& math, const Frame& frame) {
    const ElementId element = compositor.element(Role::formula, frame.parent);
    compositor.elements[element.value].alt = std::string(math.tex);
    Frame inner = frame;
    inner.leading = compositor.pt(12);
    const TextStyle look = code_look(frame, compositor.pt(8.4));
    ParagraphStyle style;
    style.setting = Setting::centered;
    style.direction = Direction::left_to_right;
    style.hyphenate = false;
    compositor.space(compositor.design().grid);
    const std::size_t first = compositor.next();
    for (const std::string_view line : lines_of(math.tex))
        if (line.find_first_not_of(" \t") != std::string_view::npos)
            add_lines(
                compositor,
                set_paragraph({words(std::string(line), look, element)}, style, inner.width, compositor.book.fonts),
                inner, look.size);
    if (compositor.next() > first) {
        compositor.keep_together(first, break_costs::within_item);
        compositor.galley().strips.back().snap = true;
    }
    compositor.space(compositor.design().grid);
}

}  // namespace notes_export::layout
