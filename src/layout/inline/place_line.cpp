#include "layout/inline/place_line.hpp"

#include <algorithm>
#include <cmath>
#include <forward_list>

#include "layout/inline/decoration.hpp"
#include "layout/inline/missing.hpp"
#include "layout/inline/slices.hpp"
#include "layout/inline/total_fit.hpp"
#include "layout/inline/turn_marks.hpp"
#include "text/words.hpp"
#include "unicode/text.hpp"

namespace notes_export::layout {

namespace {

/// Beyond it a line is no longer stretched but left ragged: blanks more than twice as wide as usual are holes.
constexpr double loosest_ratio = 2.4;
constexpr double link_top = -0.8, link_height = 1.05;  // em
constexpr Grey wrap_mark_grey{0.55};
constexpr std::size_t longest_character = 4;  // bytes

/// Slices that become one glyph run.
bool go_together(const ShapedText& shaped, const Slice& a, const Slice& b) {
    if (a.level != b.level || a.hyphen != b.hyphen) return false;
    const auto textual = [](const Slice& slice) {
        return slice.unit->kind == UnitKind::word || slice.unit->kind == UnitKind::blank ||
               slice.unit->kind == UnitKind::tab || slice.unit->kind == UnitKind::ideograph;
    };
    if (!textual(a) || !textual(b)) return false;
    if (a.unit->run == b.unit->run) return true;
    const Run &one = shaped.run_of(*a.unit), &other = shaped.run_of(*b.unit);
    const Span &first = shaped.span_of(*a.unit), &second = shaped.span_of(*b.unit);
    return one.face == other.face && first.element == second.element && first.link == second.link &&
           (first.style == second.style || *first.style == *second.style);
}

class Placer {
public:
    Placer(const ShapedText& shaped, const Break& from, const Break& to, const LineFrame& frame,
           const ParagraphStyle& style, const text::FontLibrary& fonts)
        : shaped_(shaped),
          from_(from),
          to_(to),
          frame_(frame),
          style_(style),
          fonts_(fonts),
          slices_(slices_of_line(shaped, from, to, style, fonts, reshaped_)) {}

    Line run() {
        line_.right_to_left = shaped_.collected.right_to_left;
        line_.hyphenated = to_.hyphenated();
        line_.last = to_.forced();
        fill();
        order_visually(slices_);
        if (!shaped_.collected.simple || shaped_.collected.right_to_left) find_turns(slices_, shaped_);
        x_ = begin();
        if (frame_.wrapped_code) mark_wrap();
        for (std::size_t i = 0; i < slices_.size();) {
            std::size_t end = i + 1;
            while (end < slices_.size() && go_together(shaped_, slices_[i], slices_[end])) ++end;
            place(i, end);
            i = end;
        }
        collect_marks();
        return std::move(line_);
    }

private:
    /// Widths of glue, from what is missing to the measure.
    void fill() {
        Sum line;
        double& natural = line.width;
        for (const Slice& slice : slices_) {
            if (slice.trailing) continue;
            natural += slice.width + slice.after.width;
            line.stretch += slice.after.stretch;
            line.shrink += slice.after.shrink;
            if (may_track(shaped_, *slice.unit))
                line.letters += static_cast<double>(slice.glyphs.size()) * shaped_.size_of(*slice.unit);
        }
        const double target = frame_.measure - frame_.indent + from_.begin_protrusion + to_.end_protrusion;
        const double missing = target - natural;
        if (missing >= 0) {
            if (frame_.stretched && missing > 1e-9) {
                const Stretching stretching = stretch_line(line, missing, target);
                line_.ratio = line.stretch > 0 ? stretching.ratio : loosest_ratio + 1;
                if (line_.ratio <= loosest_ratio) {
                    ratio_ = line_.ratio;
                    tracking_ = stretching.tracking;
                    // A line of few blanks was judged as if it had more.
                    ratio_ = (missing - tracking_ * line.letters) / line.stretch;
                    if (ratio_ > loosest_ratio) ratio_ = tracking_ = 0;
                }
            }
        } else if (style_.code) {
            squeeze_ = 0;  // blanks at the end of a line of code
        } else {
            const bool shrinks = frame_.stretched || style_.setting == Setting::justified;
            if (shrinks) {
                const Stretching stretching = stretch_line(line, missing, target);
                ratio_ = line_.ratio = stretching.ratio;
                tracking_ = stretching.tracking;
            }
            const double still = missing - ratio_ * line.shrink - tracking_ * line.letters;
            // What the table of widths could not know (kerning at a cut) is taken from all glyphs alike.
            if (still < -1e-6 && natural > 0) squeeze_ = still;
        }
        double width = 0;
        std::size_t glyphs = 0;
        for (Slice& slice : slices_) {
            if (slice.trailing) continue;
            slice.after.width += ratio_ > 0 ? ratio_ * slice.after.stretch : -ratio_ * -slice.after.shrink;
            glyphs += slice.glyphs.size();
            width += slice.width + slice.after.width;
            if (may_track(shaped_, *slice.unit))
                width += tracking_ * static_cast<double>(slice.glyphs.size()) * shaped_.size_of(*slice.unit);
        }
        squeeze_ = glyphs > 0 ? squeeze_ / static_cast<double>(glyphs) : 0;
        width_ = width + squeeze_ * static_cast<double>(glyphs);
        line_.width = {width_ - from_.begin_protrusion - to_.end_protrusion};
    }

    /// x of the leftmost glyph.
    double begin() const {
        const double left = shaped_.collected.right_to_left ? 0 : frame_.indent;
        const double room = frame_.measure - frame_.indent;
        double shift = 0;
        if (style_.setting == Setting::centered)
            shift = (room - line_.width.value) / 2;
        else if (style_.setting == Setting::right || shaped_.collected.right_to_left)
            shift = room - line_.width.value;
        // In a line from right to left the protrusion at its begin is the right one.
        const double protruded = shaped_.collected.right_to_left ? to_.end_protrusion : from_.begin_protrusion;
        return left + shift - protruded;
    }

    void place(std::size_t begin, std::size_t end) {
        const Slice& slice = slices_[begin];
        const Span& span = shaped_.span_of(*slice.unit);
        const double from = x_;
        switch (slice.unit->kind) {
            case UnitKind::picture:
                place_picture(slice, span);
                break;
            case UnitKind::page_number: {
                Line::LatePageNumber late;
                late.piece = *span.page_number;
                late.x = {x_};
                late.width = {slice.width};
                late.item = line_.items.size();
                line_.page_numbers.push_back(std::move(late));
                x_ += slice.width + slice.after.width;
                break;
            }
            case UnitKind::missing:
                place_missing(slice, span);
                break;
            default:
                place_text(begin, end, span);
        }
        if (span.link.valid() && x_ > from) add_link(span, from);
    }

    void place_text(std::size_t begin, std::size_t end, const Span& span) {
        const Run& run = shaped_.run_of(*slices_[begin].unit);
        const bool backwards = slices_[begin].level % 2 == 1;
        const double em = span.style->size.value;
        GlyphRun glyphs;
        glyphs.origin = {{x_}, {-span.style->baseline_shift.value}};
        glyphs.face = run.face;
        glyphs.size = span.style->size;
        glyphs.grey = span.style->grey;
        glyphs.right_to_left = backwards;
        glyphs.element = span.element;
        glyphs.mark = slices_[begin].hyphen;
        std::size_t glyph_count = 0, text_size = 0;
        for (std::size_t i = begin; i < end; ++i) {
            glyph_count += slices_[i].glyphs.size() + (slices_[i].turn_mark != 0 ? 1 : 0);
            text_size += slices_[i].end - slices_[i].begin + (slices_[i].turn_mark != 0 ? longest_character : 0);
        }
        glyphs.glyphs.reserve(glyph_count);
        if (!glyphs.mark) {
            glyphs.text.reserve(text_size);
            for (std::size_t k = 0; k < end - begin; ++k) {
                const std::size_t i = backwards ? end - 1 - k : begin + k;
                append_text(glyphs.text, slices_[i], glyphs.face);
            }
        }
        const double origin = x_;
        double decorated = 0;
        for (std::size_t i = begin; i < end; ++i) {
            place_glyphs(glyphs, slices_[i], origin, em, *span.style);
            if (slices_[i].turn_mark != 0 && !glyphs.mark)
                place_turn(glyphs, slices_[i].turn_mark, origin, em, slices_[i].turn_begin);
            if (!slices_[i].trailing)
                decorated = x_ - origin - (i + 1 == end ? slices_[i].after.width * outside(slices_[i]) : 0);
        }
        const bool begins = slices_[backwards ? end - 1 : begin].begin == span.begin;
        const bool ends = slices_[backwards ? begin : end - 1].end == span.end;
        if (decorated > 0)
            for (PageItem& item : behind_text(*span.style, origin, decorated, begins, ends))
                line_.items.push_back(std::move(item));
        if (!glyphs.glyphs.empty()) line_.items.emplace_back(std::move(glyphs));
        if (decorated > 0)
            for (PageItem& item : over_text(*span.style, origin, decorated)) line_.items.push_back(std::move(item));
    }

    /// Appends a slice's characters and its direction mark.
    void append_text(std::string& text, Slice& slice, text::FaceId face) const {
        if (slice.turn_mark != 0 && turn_glyph(face, slice.turn_mark) == 0) slice.turn_mark = 0;
        const auto append_turn = [&](bool here) {
            if (slice.turn_mark == 0 || !here) return;
            slice.turn_begin = static_cast<std::uint32_t>(text.size());
            unicode::append(text, slice.turn_mark);
        };
        append_turn(slice.level % 2 == 1);
        slice.text_begin = static_cast<std::uint32_t>(text.size());
        text.append(shaped_.collected.text, slice.begin, slice.end - slice.begin);
        append_turn(slice.level % 2 == 0);
    }

    std::uint32_t turn_glyph(text::FaceId face, char32_t mark) const {
        const std::uint32_t unseen = text::unseen_glyph(fonts_, face, mark);
        return unseen != 0 ? unseen : text::space_glyph(fonts_, face).id;
    }

    /// A hair before the right end of its slice, so that its place tells its order.
    void place_turn(GlyphRun& run, char32_t mark, double origin, double em, std::uint32_t cluster) {
        constexpr double hair = 0.02;  // em
        run.glyphs.push_back({turn_glyph(run.face, mark), Points{x_ - origin - hair * em}, {}, {}, cluster});
    }

    /// Glue behind a unit belongs to it if it is a blank, else to the gap.
    static double outside(const Slice& slice) { return slice.unit->kind == UnitKind::blank ? 0 : 1; }

    void place_glyphs(GlyphRun& run, const Slice& slice, double origin, double em, const TextStyle& style) {
        const Unit& unit = *slice.unit;
        const Span& span = shaped_.span_of(unit);
        if (style.frame && !slice.hyphen && slice.begin == span.begin && !slice.trailing) x_ += frame_padding * em;
        const bool blank = unit.kind == UnitKind::blank || unit.kind == UnitKind::tab;
        const bool tracked = tracking_ != 0 && may_track(shaped_, unit);
        for (std::size_t i = 0; i < slice.glyphs.size(); ++i) {
            const text::Glyph& glyph = slice.glyphs[i];
            const bool last = i + 1 == slice.glyphs.size();
            double advance = static_cast<double>(glyph.advance) * em + squeeze_ + (tracked ? tracking_ * em : 0);
            if (last || slice.glyphs[i + 1].cluster != glyph.cluster) advance += style.letterspacing.value;
            if (slice.trailing)
                advance = 0;
            else if (blank)
                advance = slice.width + squeeze_;
            if (last && !slice.trailing) advance += slice.after.width;
            const std::uint32_t cluster = slice.hyphen || blank
                                              ? slice.text_begin
                                              : slice.text_begin + (slice.cluster_base + glyph.cluster - slice.begin);
            run.glyphs.push_back({glyph.id, Points{x_ - origin + static_cast<double>(glyph.x_offset) * em},
                                  Points{-static_cast<double>(glyph.y_offset) * em}, Points{advance}, cluster});
            x_ += advance;
        }
        if (!slice.trailing && !slice.hyphen && style.frame && slice.end == span.end) x_ += frame_padding * em;
    }

    void place_picture(const Slice& slice, const Span& span) {
        Picture picture;
        // A small picture is a sign in the text: it stands a little below the baseline, as letters do.
        const double height = span.picture.height.value, em = span.style->size.value;
        const double drop = height <= 1.5 * em ? 0.18 * height : 0;
        picture.rect = {{x_}, {drop - height}, span.picture.width, span.picture.height};
        picture.resource = span.resource;
        picture.element = span.element;
        line_.items.emplace_back(picture);
        if (height - drop > em) line_.ascent = std::max(line_.ascent, Points{height - drop});
        if (drop > 0.3 * em) line_.descent = std::max(line_.descent, Points{drop});
        x_ += slice.width + slice.after.width;
    }

    void place_missing(const Slice& slice, const Span& span) {
        const std::string_view character =
            std::string_view(shaped_.collected.text).substr(slice.begin, slice.end - slice.begin);
        for (PageItem& item : missing_character(character, x_, *span.style, span.element, fonts_))
            line_.items.push_back(std::move(item));
        std::size_t at = 0;
        line_.missing.push_back(unicode::decode(character, at));
        x_ += slice.width + slice.after.width;
    }

    void add_link(const Span& span, double from) {
        const double em = span.style->size.value;
        Rect rect{{from}, {link_top * em}, {x_ - from}, {link_height * em}};
        if (span.kind == SpanKind::picture)
            rect = {{from}, {-span.picture.height.value}, {x_ - from}, span.picture.height};
        if (!line_.links.empty() && line_.links.back().link == span.link) {
            Rect& last = line_.links.back().rect;
            if (std::abs(last.right().value - from) < 0.01) {
                const double top = std::min(last.y.value, rect.y.value),
                             bottom = std::max(last.bottom().value, rect.bottom().value);
                last.width = {x_ - last.x.value};
                last.y = {top};
                last.height = {bottom - top};
                return;
            }
        }
        line_.links.push_back({rect, span.link});
    }

    /// The grey arrow before a line of code that goes on.
    void mark_wrap() {
        const Span& span = shaped_.collected.spans.front();
        if (!span.style) return;
        GlyphRun run;
        const std::u32string_view arrow = U"\u21AA";
        run.face = fonts_.for_cluster(arrow, span.style->font, {});
        std::string_view text = "\u21AA";
        if (!run.face.valid()) {
            run.face = fonts_.bundled(span.style->font);
            text = ">";
        }
        run.size = span.style->size;
        run.grey = wrap_mark_grey;
        run.mark = true;
        double width = 0;
        for (const text::Glyph& glyph : text::shape(
                 fonts_, {run.face, script_tag("Latn"), {}, false, {false, false, false}}, text, 0, text.size())) {
            const double advance = static_cast<double>(glyph.advance) * run.size.value;
            run.glyphs.push_back({glyph.id,
                                  Points{width + static_cast<double>(glyph.x_offset) * run.size.value},
                                  {},
                                  Points{advance},
                                  0});
            width += advance;
        }
        const double column = static_cast<double>(text::space_glyph(fonts_, fonts_.bundled(span.style->font)).advance) *
                              span.style->size.value;
        run.origin = {{std::max(0.0, frame_.indent - column / 2 - width)}, {}};
        line_.items.emplace_back(std::move(run));
    }

    /// Places and footnotes that stand in the line; those behind its last blank belong to the next one.
    void collect_marks() {
        const std::uint32_t begin = from_.kind == BreakKind::begin ? 0 : from_.next;
        const std::uint32_t end = to_.kind == BreakKind::end ? UINT32_MAX : to_.next;
        const auto each_here = [&](const auto& marks, const auto& take) {
            auto mark = std::lower_bound(marks.begin(), marks.end(), begin,
                                         [](const auto& m, std::uint32_t offset) { return m.offset < offset; });
            for (; mark != marks.end() && mark->offset < end; ++mark) take(*mark);
        };
        each_here(shaped_.collected.places, [&](const PlaceMark& mark) { line_.places.push_back(mark.place); });
        each_here(shaped_.collected.footnotes,
                  [&](const FootnoteMark& mark) { line_.footnotes.push_back(mark.footnote); });
    }

    const ShapedText& shaped_;
    const Break& from_;
    const Break& to_;
    const LineFrame& frame_;
    const ParagraphStyle& style_;
    const text::FontLibrary& fonts_;
    std::forward_list<std::vector<text::Glyph>> reshaped_;
    std::vector<Slice> slices_;
    Line line_;
    double x_ = 0, width_ = 0, ratio_ = 0, squeeze_ = 0, tracking_ = 0;
};

}  // namespace

Line place_line(const ShapedText& shaped, const Break& from, const Break& to, const LineFrame& frame,
                const ParagraphStyle& style, const text::FontLibrary& fonts) {
    return Placer(shaped, from, to, frame, style, fonts).run();
}

}  // namespace notes_export::layout
