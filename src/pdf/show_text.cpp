#include "pdf/show_text.hpp"

#include <algorithm>
#include <cmath>

namespace notes_export::pdf {
namespace {

/// Whether readers would take other text from the glyphs than what they stand for.
bool needs_actual_text(const layout::GlyphRun& run, const Cluster& cluster, const FontSet& fonts) {
    if (run.mark) return false;
    if (cluster.count != 1) return true;
    const GlyphCode* code = fonts.find(run.face, run.glyphs[cluster.first].id);
    return code && code->text != cluster.text;
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
        const layout::PlacedGlyph& glyph = run.glyphs[i];
        const GlyphCode* code = fonts_.find(run.face, glyph.id);
        if (!code) {
            undrawn.emplace_back(cluster.text);
            continue;
        }
        select(code->font, thousandths(run.size.value));
        if (const std::int64_t rise = thousandths(-glyph.y.value); rise != rise_) {
            flush();
            put_thousandths(out_, rise);
            out_ += " Ts\n";
            rise_ = rise;
        }
        // The pen is where the font's widths leave it; whole thousandths of an em move it to where the glyph stands.
        const double wanted = glyph.x.value / run.size.value * 1000;
        if (const long long move = std::llround(wanted - pen_x_); move != 0) {
            if (in_string_) shown_ += '>';
            in_string_ = false;
            put_integer(shown_, -move);
            pen_x_ += static_cast<double>(move);
        }
        if (!in_string_) shown_ += '<';
        in_string_ = true;
        put_hexadecimal(shown_, code->code, fonts_.fonts[code->font].code_digits);
        pen_x_ += code->width;
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
        // One span for all clusters in a row that need it. Their text stands together in the run's.
        std::size_t end = i;
        while (end < clusters.size() && needs_actual_text(run, clusters[end], fonts_)) ++end;
        const std::string_view first = clusters[run.right_to_left ? end - 1 : i].text;
        const std::string_view last = clusters[run.right_to_left ? i : end - 1].text;
        flush();
        out_ += "/Span<</ActualText ";
        if (first.empty() || last.empty())
            put_text(out_, first);
        else
            put_text(out_, {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())});
        out_ += ">>BDC\n";
        for (; i < end; ++i) glyphs(run, clusters[i]);
        flush();
        out_ += "EMC\n";
    }
    flush();
    if (rise_ != 0) {
        out_ += "0 Ts\n";
        rise_ = 0;
    }
}

}  // namespace notes_export::pdf
