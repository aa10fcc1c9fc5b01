#include "layout/inline/units.hpp"

#include <algorithm>
#include <cmath>

#include "layout/inline/han.hpp"
#include "layout/inline/icu.hpp"
#include "text/words.hpp"
#include "unicode/text.hpp"

namespace notes_export::layout {

namespace {

constexpr double tab_columns = 4;
constexpr std::size_t longest_cached_word = 64;  // bytes; what is longer hardly comes again
constexpr std::size_t longest_stretch = 3000;    // bytes shaped at once, so that one buffer never holds a book
constexpr std::string_view no_break_space = "\xC2\xA0";

class Shaper {
public:
    Shaper(ShapedText& result, const ParagraphStyle& style, const text::FontLibrary& fonts)
        : result_(result), text_(result.collected.text), style_(style), fonts_(fonts) {}

    void run() {
        result_.units.reserve(text_.size() / 3 + 4);
        for (std::size_t i = 0; i < result_.runs.size(); ++i) add_run(static_cast<std::uint32_t>(i));
        if (!result_.collected.simple) space_han(result_, fonts_);
    }

private:
    void add_run(std::uint32_t index) {
        run_ = index;
        const Run& run = result_.runs[index];
        const Span& span = result_.collected.spans[run.span];
        if (span.kind != SpanKind::text || !span.style) return add_objects(run, span);
        if (!run.face.valid()) return add_missing(run, span);
        em_ = span.style->size.value;
        spacing_ = span.style->letterspacing.value;
        const text::SpaceGlyph space = text::space_glyph(fonts_, run.face);
        blank_glyph(space);
        if (is_han_or_kana(run.script) || is_spaceless(run.script) || !text::words_stand_alone(fonts_, run.face))
            add_stretches(run, span);
        else
            add_words(run, span);
        if (span.style->frame) frame_span(run, span);
    }

    /// A run whose words are shaped one by one.
    void add_words(const Run& run, const Span& span) {
        const std::uint32_t kind = text::word_kind(fonts_, request_for(run, span, style_));
        for (std::uint32_t at = run.begin; at < run.end;) {
            if (const std::uint32_t size = blank_at(at, run.end)) {
                add_blank(at, at + size);
                at += size;
                continue;
            }
            const std::uint32_t end = word_end(at, run.end);
            const std::string_view word = std::string_view(text_).substr(at, end - at);
            if (word.size() <= longest_cached_word)
                add_unit(UnitKind::word, at, end, text::shaped_word(fonts_, kind, word), at);
            else
                shape_stretches(run, span, at, end);
            at = end;
        }
    }

    /// A run shaped whole, as far as one buffer should reach.
    void add_stretches(const Run& run, const Span& span) { shape_stretches(run, span, run.begin, run.end); }

    void shape_stretches(const Run& run, const Span& span, std::uint32_t begin, std::uint32_t end) {
        while (begin < end) {
            const std::uint32_t to = stretch_end(begin, end);
            std::vector<text::Glyph> glyphs;
            text::shape_into(glyphs, fonts_, request_for(run, span, style_), text_, begin, to);
            result_.own.push_front(std::move(glyphs));
            cut(run, begin, to, result_.own.front());
            begin = to;
        }
    }

    /// End of what is shaped at once: behind a blank where there is one, else before a character that is no mark.
    std::uint32_t stretch_end(std::uint32_t begin, std::uint32_t end) const {
        if (end - begin <= longest_stretch) return end;
        const auto limit = static_cast<std::uint32_t>(begin + longest_stretch);
        for (std::uint32_t at = limit; at > begin + longest_stretch / 2; --at)
            if (text_[at - 1] == ' ') return at;
        const auto allowed = std::lower_bound(result_.line_ends.begin(), result_.line_ends.end(), limit);
        if (allowed != result_.line_ends.end() && *allowed < end && *allowed < limit + longest_stretch) return *allowed;
        std::uint32_t at = limit;
        while (at < end && (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80) ++at;
        return at;
    }

    /// Cuts shaped glyphs at blanks, at each Han character, and at the words of scripts without blanks.
    void cut(const Run& run, std::uint32_t begin, std::uint32_t end, const std::vector<text::Glyph>& glyphs) {
        const bool backwards = run.level % 2 == 1;
        const bool han = is_han_or_kana(run.script), spaceless = is_spaceless(run.script);
        std::size_t next_end = 0;
        if (spaceless)
            next_end =
                static_cast<std::size_t>(std::upper_bound(result_.line_ends.begin(), result_.line_ends.end(), begin) -
                                         result_.line_ends.begin());
        std::size_t low = 0, high = glyphs.size();  // glyphs not yet given to a unit
        for (std::uint32_t at = begin; at < end;) {
            std::uint32_t to = end;
            const std::uint32_t blank = blank_at(at, end);
            if (blank) {
                to = at + blank;
            } else {
                to = word_end(at, end);
                if (han) to = std::min(to, cluster_end(glyphs, backwards, low, high, at, to));
                if (spaceless) {
                    while (next_end < result_.line_ends.size() && result_.line_ends[next_end] <= at) ++next_end;
                    if (next_end < result_.line_ends.size()) to = std::min(to, result_.line_ends[next_end]);
                }
            }
            std::size_t first = low, last = high;
            if (backwards) {
                first = high;
                while (first > low && glyphs[first - 1].cluster < to) --first;
                high = first;
            } else {
                last = low;
                while (last < high && glyphs[last].cluster < to) ++last;
                low = last;
            }
            if (blank) {
                add_blank(at, to);
            } else {
                add_unit(han ? UnitKind::ideograph : UnitKind::word, at, to, {glyphs.data() + first, last - first}, 0);
                // Thai and its neighbours are stretched between words.
                if (spaceless && to < end) result_.units.back().after = {0, 0.08 * em_, 0};
            }
            at = to;
        }
    }

    static std::uint32_t cluster_end(const std::vector<text::Glyph>& glyphs, bool backwards, std::size_t low,
                                     std::size_t high, std::uint32_t at, std::uint32_t limit) {
        if (backwards) {
            while (high > low && glyphs[high - 1].cluster <= at) --high;
            return high > low ? glyphs[high - 1].cluster : limit;
        }
        while (low < high && glyphs[low].cluster <= at) ++low;
        return low < high ? glyphs[low].cluster : limit;
    }

    /// Bytes of the blank, tab or kept break at an offset; 0: none.
    std::uint32_t blank_at(std::uint32_t at, std::uint32_t limit) const {
        const char c = text_[at];
        if (c == ' ' || c == '\t') return 1;
        if (c == no_break_space[0] && at + 1 < limit && text_[at + 1] == no_break_space[1]) return 2;
        if (c == '\xE2' && at + 2 < limit && text_[at + 1] == '\x80' && text_[at + 2] == '\xA8') return 3;
        return 0;
    }

    std::uint32_t word_end(std::uint32_t at, std::uint32_t limit) const {
        while (at < limit && blank_at(at, limit) == 0) ++at;
        return at;
    }

    void blank_glyph(const text::SpaceGlyph& space) {
        if (space_glyphs_.empty() || space_glyphs_.back()->front().id != space.id || space_em_ != em_) {
            result_.own.push_front({text::Glyph{space.id, space.advance, 0, 0, 0, false}});
            space_glyphs_.push_back(&result_.own.front());
            space_em_ = em_;
        }
    }

    void add_blank(std::uint32_t begin, std::uint32_t end) {
        Unit unit;
        unit.begin = begin;
        unit.end = end;
        unit.run = run_;
        unit.cluster_base = begin;
        unit.glyphs = space_glyphs_.back()->data();
        unit.count = 1;
        const double advance = unit.glyphs[0].advance * em_;
        unit.width = advance + spacing_;
        const std::uint32_t size = end - begin;
        if (size == 3) {
            unit.kind = UnitKind::kept_break;
            unit.width = 0;
            unit.count = 0;
            line_begin_ = result_.units.size() + 1;
        } else if (text_[begin] == '\t') {
            unit.kind = UnitKind::tab;
            unit.width = tab_width(advance);
        } else {
            unit.kind = UnitKind::blank;
            unit.glued = size == 2;
            // TeX's blank, a third of an em, gives a half of itself and takes a third. Those of text faces are as
            // narrow as a fifth: taken by a third words nearly touch, so these take a quarter and give somewhat more.
            // The wide blank of a code face has no more of it than a text's, or `s = 1` falls apart.
            const double flexible = std::min(advance, em_ / 4);
            if (!style_.code) unit.after = {0, flexible * 0.6, flexible / 4};
        }
        result_.units.push_back(unit);
    }

    double tab_width(double column) const {
        double width = 0;
        for (std::size_t i = line_begin_; i < result_.units.size(); ++i) width += result_.units[i].width;
        if (column <= 0) column = em_ * 0.6;
        const double stop = tab_columns * column;
        const double reached = std::floor(width / stop + 1e-6) * stop;
        return reached + stop - width;
    }

    void add_unit(UnitKind kind, std::uint32_t begin, std::uint32_t end, std::span<const text::Glyph> glyphs,
                  std::uint32_t base) {
        Unit unit;
        unit.begin = begin;
        unit.end = end;
        unit.run = run_;
        unit.kind = kind;
        unit.glyphs = glyphs.data();
        unit.count = static_cast<std::uint32_t>(glyphs.size());
        unit.cluster_base = base;
        double advance = 0;
        for (const text::Glyph& glyph : glyphs) advance += static_cast<double>(glyph.advance);
        unit.width = advance * em_;
        if (spacing_ != 0)
            for (std::size_t i = 0; i < glyphs.size(); ++i)
                if (i + 1 == glyphs.size() || glyphs[i].cluster != glyphs[i + 1].cluster) unit.width += spacing_;
        result_.units.push_back(unit);
    }

    void add_objects(const Run& run, const Span& span) {
        for (std::uint32_t at = run.begin; at < run.end;) {
            std::size_t next = at;
            const char32_t character = unicode::decode(text_, next);
            Unit unit;
            unit.begin = at;
            unit.end = static_cast<std::uint32_t>(next);
            unit.run = run_;
            if (character == line_separator) {
                unit.kind = UnitKind::kept_break;
            } else if (span.kind == SpanKind::picture) {
                unit.kind = UnitKind::picture;
                unit.width = span.picture.width.value;
            } else if (span.page_number) {
                unit.kind = UnitKind::page_number;
                unit.width = width_of(*span.page_number, fonts_);
            }
            result_.units.push_back(unit);
            at = unit.end;
        }
    }

    /// Each character that no font has is a box of its own.
    void add_missing(const Run& run, const Span& span) {
        for (std::uint32_t at = run.begin; at < run.end;) {
            std::size_t next = at;
            unicode::decode(text_, next);
            Unit unit;
            unit.begin = at;
            unit.end = static_cast<std::uint32_t>(next);
            unit.run = run_;
            unit.kind = UnitKind::missing;
            unit.width = span.style->size.value;
            result_.units.push_back(unit);
            at = unit.end;
        }
    }

    /// Room for the frame at both ends of its span.
    void frame_span(const Run& run, const Span& span) {
        if (result_.units.empty()) return;
        if (run.end == span.end) result_.units.back().width += frame_padding * em_;
        if (run.begin != span.begin) return;
        for (std::size_t i = result_.units.size(); i-- > 0;)
            if (result_.units[i].begin == span.begin) result_.units[i].width += frame_padding * em_;
    }

    ShapedText& result_;
    const std::string& text_;
    const ParagraphStyle& style_;
    const text::FontLibrary& fonts_;
    std::uint32_t run_ = 0;
    double em_ = 0, spacing_ = 0, space_em_ = 0;
    std::size_t line_begin_ = 0;
    std::vector<const std::vector<text::Glyph>*> space_glyphs_;
};

}  // namespace

text::ShapeRequest request_for(const Run& run, const Span& span, const ParagraphStyle& style) {
    return {run.face, run.script, language_of(span, style), run.level % 2 == 1, span.style->features};
}

ShapedText shape_paragraph(const std::vector<Piece>& pieces, const ParagraphStyle& style, Points widest,
                           const text::FontLibrary& fonts) {
    text::forget_old_words(fonts);
    ShapedText shaped;
    shaped.collected = collect(pieces, style, widest);
    if (shaped.collected.text.empty()) return shaped;
    const WideText wide = widen(shaped.collected);
    shaped.runs = itemise(shaped.collected, wide, style, fonts);
    shaped.line_ends = boundaries(wide, Boundaries::lines, style.language);
    Shaper(shaped, style, fonts).run();
    return shaped;
}

bool may_track(const ShapedText& shaped, const Unit& unit) {
    if (unit.kind != UnitKind::word) return false;
    const std::uint32_t script = shaped.run_of(unit).script;
    if (script != script_tag("Latn") && script != script_tag("Cyrl") && script != script_tag("Grek")) return false;
    const Span& span = shaped.span_of(unit);
    return span.style && !span.style->code && !span.style->frame;
}

double width_between(const ShapedText& shaped, const Unit& unit, std::uint32_t begin, std::uint32_t end) {
    if (begin <= unit.begin && end >= unit.end) return unit.width;
    const Span& span = shaped.span_of(unit);
    if (!span.style || unit.count == 0 || unit.end == unit.begin) return 0;
    const double em = span.style->size.value, spacing = span.style->letterspacing.value;
    const bool backwards = shaped.run_of(unit).level % 2 == 1;
    double width = 0;
    // Clusters in logical order; each covers the bytes up to the next one's.
    for (std::uint32_t i = 0; i < unit.count;) {
        const std::uint32_t at = backwards ? unit.count - 1 - i : i;
        const std::uint32_t cluster = unit.glyphs[at].cluster;
        double advance = 0;
        std::uint32_t next = i;
        while (next < unit.count) {
            const text::Glyph& glyph = unit.glyphs[backwards ? unit.count - 1 - next : next];
            if (glyph.cluster != cluster) break;
            advance += static_cast<double>(glyph.advance);
            ++next;
        }
        const std::uint32_t from = unit.cluster_base + cluster;
        const std::uint32_t to = next < unit.count
                                     ? unit.cluster_base + unit.glyphs[backwards ? unit.count - 1 - next : next].cluster
                                     : unit.end;
        const std::uint32_t low = std::max(from, begin), high = std::min(to, end);
        if (high > low && to > from) width += (advance * em + spacing) * (high - low) / (to - from);
        i = next;
    }
    return width;
}

double width_of(const PageNumberPiece& piece, const text::FontLibrary& fonts) {
    std::string sample;
    std::size_t blanks = 0;
    while (blanks < piece.before.size() && piece.before[blanks] == ' ') ++blanks;
    sample.append(piece.before, blanks)
        .append(static_cast<std::size_t>(std::max(1, piece.digits)), '0')
        .append(piece.after);
    // Words of a script that the bundled faces lack are set as text, so they are measured as text.
    if (std::ranges::any_of(sample, [](unsigned char c) { return c >= 0xC9; }))
        return content_widths({TextPiece{sample, piece.style, {}, {}}}, {}, fonts).most.value;
    const text::ShapeRequest request{
        fonts.bundled(piece.style.font), script_tag("Latn"), piece.style.language, false, {true, false, true}};
    double width = 0;
    for (const text::Glyph& glyph : text::shape(fonts, request, sample, 0, sample.size()))
        width += static_cast<double>(glyph.advance) * piece.style.size.value + piece.style.letterspacing.value;
    return width;
}

}  // namespace notes_export::layout
