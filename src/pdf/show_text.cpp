#include "pdf/show_text.hpp"

#include <algorithm>
#include <cmath>

#include "unicode/text.hpp"

namespace notes_export::pdf {
namespace {

/// Beyond it poppler takes a glyph for one of another line (points).
constexpr double same_baseline = 0.4;

bool is_raised(const layout::PlacedGlyph& glyph) {
    return std::abs(glyph.y.value) > same_baseline;
}

/// A mark that was moved back over its letter, further than readers let pass for the room between two letters.
bool is_moved_back(const layout::GlyphRun& run, std::size_t glyph) {
    if (glyph == 0) return false;
    const layout::PlacedGlyph& before = run.glyphs[glyph - 1];
    return before.x.value + before.advance.value - run.glyphs[glyph].x.value > 0.05 * run.size.value;
}

/// Whether readers would take other text from the glyphs than what they stand for.
bool needs_actual_text(const layout::GlyphRun& run, const Cluster& cluster, const FontSet& fonts) {
    if (run.mark) return false;
    if (cluster.count != 1) return true;
    const auto is_away = [&] { return is_raised(run.glyphs[cluster.first]) || is_moved_back(run, cluster.first); };
    if (cluster.marks && (run.right_to_left || is_away()) && fonts.unseen(run.face).id != 0) return true;
    if (is_several_backwards(run, cluster) && fonts.unseen(run.face).id != 0) return true;
    const GlyphCode* code = fonts.find(run.face, run.glyphs[cluster.first].id);
    return code && code->text != cluster.text;
}

/// From where to where a span reaches, in points from the run's origin.
struct Extent {
    double left, right;
};

bool is_blank_at(const layout::GlyphRun& run, std::size_t glyph) {
    const std::size_t at = run.glyphs[glyph].cluster;
    return at < run.text.size() && run.text[at] == ' ';
}

/// Readers take a span's text to stand from where its first glyph begins to where its last one ends. That is where the
/// pen was, not the glyphs: one may be a mark that reaches back. Marks get a little of their own room beside their
/// letter: on its left or its right, as they come behind it in their direction.
Extent extent_of(const layout::GlyphRun& run, std::span<const Cluster> clusters) {
    double left = 0, width = 0;
    const std::size_t first = clusters.front().first, end = clusters.back().first + clusters.back().count;
    for (std::size_t i = 0; i < end; ++i) (i < first ? left : width) += Points(run.glyphs[i].advance).value;
    if (!clusters.front().marks) return {left, left + width};
    // poppler takes glyphs nearer than 0.1 em for one glyph drawn twice; but a blank must not be narrowed by as much.
    constexpr double room_of_marks = 0.12, room_in_blank = 0.03;  // em
    const bool in_blank = run.right_to_left && (first == 0 || is_blank_at(run, first - 1));
    return {left - (in_blank ? room_in_blank : room_of_marks) * run.size.value, left};
}

std::string_view text_of(const layout::GlyphRun& run, std::span<const Cluster> clusters) {
    const std::string_view first = (run.right_to_left ? clusters.back() : clusters.front()).text;
    const std::string_view last = (run.right_to_left ? clusters.front() : clusters.back()).text;
    if (first.empty() || last.empty()) return first;
    return {first.begin(), last.end()};
}

std::vector<std::string_view> characters_backwards(std::string_view text) {
    std::vector<std::string_view> characters;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        unicode::decode(text, at);
        characters.insert(characters.begin(), text.substr(from, at - from));
    }
    if (characters.empty()) characters.push_back(text);
    return characters;
}

}  // namespace

void TextWriter::close() {
    flush();
    if (open_) out_ += "ET\n";
    open_ = false;
}

void TextWriter::open_at(std::int64_t x, std::int64_t y) {
    flush();
    if (!open_) {
        out_ += "BT\n";
        open_ = true;
        line_x_ = line_y_ = 0;
    }
    put_thousandths(out_, x - line_x_);
    out_ += ' ';
    put_thousandths(out_, y - line_y_);
    out_ += " Td\n";
    line_x_ = x;
    line_y_ = y;
    pen_x_ = 0;
}

void TextWriter::note_use(std::uint16_t font) {
    const auto at = std::ranges::lower_bound(used_fonts, font);
    if (at == used_fonts.end() || *at != font) used_fonts.insert(at, font);
}

void TextWriter::select(std::uint16_t font, std::int64_t size) {
    if (font == font_ && size == size_) return;
    flush();
    out_ += '/';
    out_ += fonts_.fonts[font].name;
    out_ += ' ';
    put_thousandths(out_, size);
    out_ += " Tf\n";
    font_ = font;
    size_ = size;
    note_use(font);
}

void TextWriter::flush() {
    if (shown_.empty()) return;
    if (in_string_) shown_ += '>';
    out_ += '[';
    out_ += shown_;
    out_ += "]TJ\n";
    shown_.clear();
    in_string_ = false;
}

void TextWriter::glyphs(const layout::GlyphRun& run, const Cluster& cluster) {
    for (std::size_t i = cluster.first; i < cluster.first + cluster.count; ++i) {
        const layout::PlacedGlyph& placed = run.glyphs[i];
        if (const GlyphCode* code = fonts_.find(run.face, placed.id))
            glyph(run, *code, placed.x, -Points(placed.y));
        else
            undrawn.emplace_back(cluster.text);
    }
}

void TextWriter::glyph(const layout::GlyphRun& run, const GlyphCode& code, Points x, Points raised) {
    select(code.font, thousandths(run.size.value));
    if (const std::int64_t rise = thousandths(raised.value); rise != rise_) {
        flush();
        put_thousandths(out_, rise);
        out_ += " Ts\n";
        rise_ = rise;
    }
    // The pen is where the font's widths leave it; whole thousandths of an em move it to where the glyph stands.
    const double wanted = x.value / run.size.value * 1000;
    if (const long long move = std::llround(wanted - pen_x_); move != 0) {
        if (in_string_) shown_ += '>';
        in_string_ = false;
        put_integer(shown_, -move);
        pen_x_ += static_cast<double>(move);
    }
    if (!in_string_) shown_ += '<';
    in_string_ = true;
    put_hexadecimal(shown_, code.code, fonts_.fonts[code.font].code_digits);
    pen_x_ += code.width;
}

void TextWriter::unseen(const layout::GlyphRun& run, double x) {
    const UnseenGlyph unseen = fonts_.unseen(run.face);
    if (const GlyphCode* code = unseen.id != 0 ? fonts_.find(unseen.face, unseen.id) : nullptr)
        glyph(run, *code, {x}, {});
}

void TextWriter::open_span(std::string_view text) {
    flush();
    out_ += "/Span<</ActualText ";
    put_text(out_, text);
    out_ += ">>BDC\n";
}

void TextWriter::close_span() {
    flush();
    out_ += "EMC\n";
}

void TextWriter::span(const layout::GlyphRun& run, std::span<const Cluster> clusters) {
    const std::string_view text = text_of(run, clusters);
    const Extent extent = extent_of(run, clusters);
    // From right to left a span has one character: readers would put several from left to right.
    const std::vector<std::string_view> parts = run.right_to_left && fonts_.unseen(run.face).id != 0
                                                    ? characters_backwards(text)
                                                    : std::vector<std::string_view>{text};
    const double width = (extent.right - extent.left) / static_cast<double>(parts.size());
    open_span(parts.front());
    const layout::PlacedGlyph& begin = run.glyphs[clusters.front().first];
    const layout::PlacedGlyph& end = run.glyphs[clusters.back().first + clusters.back().count - 1];
    const double slack = 0.02 * run.size.value;
    if (is_raised(begin) || std::abs(Points(begin.x).value - extent.left) > slack) unseen(run, extent.left);
    for (const Cluster& cluster : clusters) glyphs(run, cluster);
    const GlyphCode* code = fonts_.find(run.face, end.id);
    const double reached = Points(end.x).value + (code ? code->width / 1000 * run.size.value : 0);
    if (std::abs(reached - (extent.left + width)) > slack) unseen(run, extent.left + width);
    close_span();
    for (std::size_t i = 1; i < parts.size(); ++i) {
        open_span(parts[i]);
        unseen(run, extent.left + width * static_cast<double>(i));
        unseen(run, extent.left + width * static_cast<double>(i + 1));
        close_span();
    }
}

void TextWriter::show(const layout::GlyphRun& run) {
    if (run.glyphs.empty() || run.size.value <= 0) return;
    open_at(thousandths(run.origin.x.value), thousandths((page_height_ - run.origin.y).value));
    set_fill(out_, pen_, run.grey);
    const std::vector<Cluster> clusters = clusters_of(run);
    for (std::size_t i = 0; i < clusters.size();) {
        if (!needs_actual_text(run, clusters[i], fonts_)) {
            glyphs(run, clusters[i]);
            ++i;
            continue;
        }
        // One span for all clusters in a row that need it: their text stands together in the run's. Not so from right
        // to left, where readers take a span's characters for what stands from left to right.
        std::size_t end = i + 1;
        while (end < clusters.size() && !run.right_to_left && !clusters[i].marks && !clusters[end].marks &&
               needs_actual_text(run, clusters[end], fonts_))
            ++end;
        span(run, std::span(clusters).subspan(i, end - i));
        i = end;
    }
    flush();
    if (rise_ != 0) {
        out_ += "0 Ts\n";
        rise_ = 0;
    }
}

}  // namespace notes_export::pdf
