#include "layout/inline/breaks.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>
#include <utility>

#include "layout/inline/han.hpp"
#include "layout/inline/protrusion.hpp"
#include "layout/inline/word_breaks.hpp"
#include "text/words.hpp"
#include "unicode/text.hpp"

namespace notes_export::layout {

namespace {

constexpr double own_hyphen_penalty = 50;  // TeX's \exhyphenpenalty
constexpr double plain_within_word_penalty = 30;
constexpr double emergency_penalty = 5000;
/// A line that begins with "(p. 12)" is read twice; as bad as a word that is parted.
constexpr double before_page_number_penalty = 300;
/// A dash or dot that stands between blanks ends a line rather than begins one, where it would seem an item's mark.
constexpr double before_dash_penalty = 300;

Sum operator+(Sum a, const Glue& glue) {
    return {a.width + glue.width, a.stretch + glue.stretch, a.shrink + glue.shrink, a.letters};
}

char32_t character_before(const std::string& text, std::uint32_t offset, std::uint32_t limit) {
    std::size_t at = offset - 1;
    while (at > limit && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) --at;
    return unicode::decode(text, at);
}

bool is_dash(std::string_view word) {
    constexpr std::string_view dashes[] = {"-", "--", "\u2013", "\u2014", "\u00B7", "\u2219", "\u2022", "|"};
    return std::ranges::find(dashes, word) != std::end(dashes);
}

class Finder {
public:
    Finder(const ShapedText& shaped, const ParagraphStyle& style, const text::FontLibrary& fonts)
        : shaped_(shaped),
          text_(shaped.collected.text),
          style_(style),
          fonts_(fonts),
          protrudes_(style.protrude && style.setting == Setting::justified && !style.code &&
                     !shaped.collected.right_to_left) {}

    std::vector<Break> run() {
        breaks_.reserve(shaped_.line_ends.size() * 2 + shaped_.collected.kept_breaks.size() + 2);
        Break begin;
        begin.kind = BreakKind::begin;
        if (!shaped_.units.empty() && !(style_.beside_label && shaped_.units.front().kind == UnitKind::word))
            begin.begin_protrusion = before(0, 0);
        breaks_.push_back(begin);
        for (std::size_t i = 0; i < shaped_.units.size(); ++i) add(i);
        Break end;
        end.kind = BreakKind::end;
        end.at = solid_end_;
        end.next = static_cast<std::uint32_t>(text_.size());
        end.before = solid_;
        end.after = sum_;
        end.end_protrusion = solid_end_ > 0 ? behind(last_solid_, solid_end_) : 0;
        breaks_.push_back(end);
        return std::move(breaks_);
    }

private:
    void add(std::size_t index) {
        const Unit& unit = shaped_.units[index];
        switch (unit.kind) {
            case UnitKind::kept_break:
                push(BreakKind::kept, unit.end, 0, index);
                solid_end_ = unit.end;
                solid_ = sum_;
                break;
            case UnitKind::blank:
            case UnitKind::tab:
                sum_.width += unit.width;
                sum_ = sum_ + unit.after;
                add_behind_blank(index);
                break;
            default:
                add_solid(index);
        }
    }

    void add_behind_blank(std::size_t index) {
        const Unit& unit = shaped_.units[index];
        if (index + 1 == shaped_.units.size() || unit.glued) return;
        const UnitKind next = shaped_.units[index + 1].kind;
        if (next == UnitKind::blank || next == UnitKind::tab || next == UnitKind::kept_break) return;
        if (solid_end_ == breaks_.back().next && breaks_.back().kind != BreakKind::emergency &&
            (breaks_.back().forced() || breaks_.back().kind == BreakKind::begin))
            return;  // blanks that a line of code begins with
        if (style_.code || ends_at(unit.end)) push(BreakKind::blank, unit.end, penalty_before(index + 1), index + 1);
    }

    double penalty_before(std::size_t index) const {
        const Unit& unit = shaped_.units[index];
        if (unit.kind == UnitKind::page_number) return before_page_number_penalty;
        if (unit.kind != UnitKind::word || index + 1 == shaped_.units.size()) return 0;
        const auto word = std::string_view(text_).substr(unit.begin, unit.end - unit.begin);
        return shaped_.units[index + 1].kind == UnitKind::blank && is_dash(word) ? before_dash_penalty : 0;
    }

    void add_solid(std::size_t index) {
        const Unit& unit = shaped_.units[index];
        add_inner(index);
        sum_.width += unit.width;
        if (may_track(shaped_, unit)) sum_.letters += unit.count * shaped_.size_of(unit);
        solid_ = sum_;
        solid_end_ = unit.end;
        last_solid_ = index;
        sum_ = sum_ + unit.after;
        if (index + 1 == shaped_.units.size()) return;
        const UnitKind next = shaped_.units[index + 1].kind;
        if (next == UnitKind::blank || next == UnitKind::tab || next == UnitKind::kept_break || style_.code) return;
        if (!ends_at(unit.end)) return;
        const char32_t last = character_before(text_, unit.end, unit.begin);
        const bool hyphen = last == '-' || last == 0x2010;
        push(hyphen ? BreakKind::own_hyphen : BreakKind::plain, unit.end,
             hyphen                             ? own_hyphen_penalty
             : unit.kind == UnitKind::ideograph ? 0
                                                : plain_within_word_penalty,
             index + 1);
    }

    /// Breaks within a word.
    void add_inner(std::size_t index) {
        const Unit& unit = shaped_.units[index];
        if (unit.kind != UnitKind::word) return;
        const Span& span = shaped_.span_of(unit);
        hyphens_.clear();
        plain_.clear();
        const bool code = style_.code || span.style->code;
        if (code) {
            add_address_breaks(plain_, text_, unit.begin, unit.end);
        } else {
            while (next_end_ < shaped_.line_ends.size() && shaped_.line_ends[next_end_] <= unit.begin) ++next_end_;
            for (std::size_t i = next_end_; i < shaped_.line_ends.size() && shaped_.line_ends[i] < unit.end; ++i)
                plain_.push_back({shaped_.line_ends[i], plain_within_word_penalty});
            add_hyphenation(hyphens_, shaped_, index, style_, fonts_);
        }
        if (span.style->seams) {
            add_seams(plain_, text_, unit.begin, unit.end);
            std::ranges::sort(plain_, {}, [](const InnerBreak& b) { return std::pair(b.offset, b.penalty); });
        }
        if (plain_.empty() && hyphens_.empty()) return;
        const double em = span.style->size.value;
        std::uint32_t reached = unit.begin;
        double width = 0;
        for (std::size_t i = 0, j = 0; i < plain_.size() || j < hyphens_.size();) {
            const bool plain = j == hyphens_.size() || (i < plain_.size() && plain_[i].offset <= hyphens_[j].offset);
            const InnerBreak& inner = plain ? plain_[i++] : hyphens_[j++];
            if (!breaks_.empty() && breaks_.back().at == inner.offset) continue;
            width += width_between(shaped_, unit, reached, inner.offset);
            reached = inner.offset;
            Break found;
            found.at = found.next = inner.offset;
            found.before = found.after = sum_;
            found.before.width += width;
            found.after.width += width;
            found.penalty = inner.penalty;
            const char32_t last = character_before(text_, inner.offset, unit.begin);
            if (!plain || last == 0xAD) {
                found.kind = BreakKind::hyphen;
                if (found.penalty < own_hyphen_penalty) found.penalty = own_hyphen_penalty;
                found.hyphen = hyphen_width(unit) * em;
                if (protrudes_)
                    found.end_protrusion = std::min(protrusion_behind('-') * found.hyphen, most_protrusion * em);
            } else {
                const bool hyphen = !inner.address && (last == '-' || last == 0x2010);
                found.kind = inner.address ? BreakKind::address : hyphen ? BreakKind::own_hyphen : BreakKind::plain;
                if (hyphen) found.penalty = own_hyphen_penalty;
                found.end_protrusion = behind(index, inner.offset);
            }
            found.begin_protrusion = before(index, inner.offset);
            breaks_.push_back(found);
        }
    }

    void push(BreakKind kind, std::uint32_t next, double penalty, std::size_t next_unit) {
        Break found;
        found.kind = kind;
        found.at = solid_end_;
        found.next = next;
        found.before = solid_;
        found.after = sum_;
        found.penalty = penalty;
        if (solid_end_ > 0 && kind != BreakKind::begin) found.end_protrusion = behind(last_solid_, solid_end_);
        if (kind == BreakKind::kept) ++next_unit;
        if (next_unit < shaped_.units.size()) found.begin_protrusion = before(next_unit, next);
        breaks_.push_back(found);
    }

    bool ends_at(std::uint32_t offset) {
        while (next_end_ < shaped_.line_ends.size() && shaped_.line_ends[next_end_] < offset) ++next_end_;
        return next_end_ < shaped_.line_ends.size() && shaped_.line_ends[next_end_] == offset;
    }

    double behind(std::size_t index, std::uint32_t offset) const {
        const Unit& unit = shaped_.units[index];
        if (unit.kind == UnitKind::ideograph) return trim_behind(shaped_, unit, fonts_);
        if (!protrudes_ || unit.kind != UnitKind::word || offset <= unit.begin) return 0;
        const char32_t last = character_before(text_, offset, unit.begin);
        const double part = protrusion_behind(last);
        if (part == 0 || !hangs(unit)) return 0;
        std::string written;
        unicode::append(written, last);
        return protruding(unit, part, offset - static_cast<std::uint32_t>(written.size()), offset);
    }

    double before(std::size_t index, std::uint32_t offset) const {
        const Unit& unit = shaped_.units[index];
        if (unit.kind == UnitKind::ideograph) return trim_before(shaped_, unit, fonts_);
        if (!protrudes_ || unit.kind != UnitKind::word || offset >= unit.end) return 0;
        std::size_t end = offset;
        const double part = protrusion_before(unicode::decode(text_, end));
        if (part == 0 || !hangs(unit)) return 0;
        return protruding(unit, part, offset, static_cast<std::uint32_t>(end));
    }

    /// Not what has a ground or frame, and no code: its characters stand in cells of one width.
    bool hangs(const Unit& unit) const {
        const TextStyle& style = *shaped_.span_of(unit).style;
        return !style.highlight && !style.frame && style.font.family != text::Family::mono;
    }

    double protruding(const Unit& unit, double part, std::uint32_t begin, std::uint32_t end) const {
        return std::min(part * width_between(shaped_, unit, begin, end), most_protrusion * shaped_.size_of(unit));
    }

    double hyphen_width(const Unit& unit) const {
        const std::uint32_t kind =
            text::word_kind(fonts_, request_for(shaped_.run_of(unit), shaped_.span_of(unit), style_));
        double width = 0;
        for (const text::Glyph& glyph : text::shaped_word(fonts_, kind, "-"))
            width += static_cast<double>(glyph.advance);
        return width;
    }

    const ShapedText& shaped_;
    const std::string& text_;
    const ParagraphStyle& style_;
    const text::FontLibrary& fonts_;
    const bool protrudes_;
    std::vector<Break> breaks_;
    std::vector<InnerBreak> hyphens_, plain_;
    Sum sum_, solid_;
    std::uint32_t solid_end_ = 0;
    std::size_t last_solid_ = 0, next_end_ = 0;
};

/// Cluster boundaries between two breaks.
std::vector<Break> clusters_between(const ShapedText& shaped, const Break& from, const Break& to) {
    std::vector<Break> found;
    auto unit = std::upper_bound(shaped.units.begin(), shaped.units.end(), from.next,
                                 [](std::uint32_t offset, const Unit& u) { return offset < u.end; });
    Sum sum = from.after;
    std::uint32_t at = from.next;
    const auto push = [&](std::uint32_t offset, const Sum& before, const Sum& after) {
        if (offset <= from.next || offset >= to.at) return;
        Break here;
        here.kind = BreakKind::emergency;
        here.at = here.next = offset;
        here.before = before;
        here.after = after;
        here.penalty = emergency_penalty;
        found.push_back(here);
    };
    for (; unit != shaped.units.end() && unit->begin < to.at; ++unit) {
        std::vector<std::uint32_t> borders;
        for (const text::Glyph& glyph : unit->shaped()) borders.push_back(unit->cluster_base + glyph.cluster);
        std::sort(borders.begin(), borders.end());
        // Widths from the unit's begin, in one walk: `width_between` for each border would be quadratic.
        const Span& span = shaped.span_of(*unit);
        if (span.style && unit->count > 1 && at == unit->begin) {
            const bool backwards = shaped.run_of(*unit).level % 2 == 1;
            double width = 0;
            for (std::uint32_t i = 0; i < unit->count; ++i) {
                const text::Glyph& glyph = unit->glyphs[backwards ? unit->count - 1 - i : i];
                const std::uint32_t offset = unit->cluster_base + glyph.cluster;
                if (offset > at) {
                    Sum here = sum;
                    here.width += width;
                    push(offset, here, here);
                    at = offset;
                    width += span.style->letterspacing.value;
                }
                width += static_cast<double>(glyph.advance) * span.style->size.value;
            }
            sum.width += unit->width;
        } else {
            for (const std::uint32_t offset : borders) {
                if (offset <= at) continue;
                sum.width += width_between(shaped, *unit, at, offset);
                push(offset, sum, sum);
                at = offset;
            }
            sum.width += width_between(shaped, *unit, at, unit->end);
        }
        at = unit->end;
        Sum after = sum + unit->after;
        push(at, sum, after);
        sum = after;
    }
    return found;
}

std::vector<Break> with_emergencies(std::vector<Break> breaks, const ShapedText& shaped, double measure) {
    const auto too_wide = [&](const Break& a, const Break& b) {
        return b.before.width - a.after.width - (b.before.shrink - a.after.shrink) + b.hyphen - b.end_protrusion >
               measure + 1e-6;
    };
    bool any = false;
    for (std::size_t i = 1; i < breaks.size() && !any; ++i) any = too_wide(breaks[i - 1], breaks[i]);
    if (!any) return breaks;
    std::vector<Break> all;
    all.reserve(breaks.size() * 2);
    for (std::size_t i = 0; i < breaks.size(); ++i) {
        if (i > 0 && too_wide(breaks[i - 1], breaks[i])) {
            const std::vector<Break> inner = clusters_between(shaped, breaks[i - 1], breaks[i]);
            all.insert(all.end(), inner.begin(), inner.end());
        }
        all.push_back(breaks[i]);
    }
    return all;
}

}  // namespace

std::vector<Break> find_breaks(const ShapedText& shaped, const ParagraphStyle& style, double measure,
                               const text::FontLibrary& fonts) {
    std::vector<Break> breaks = Finder(shaped, style, fonts).run();
    return std::isinf(measure) ? breaks : with_emergencies(std::move(breaks), shaped, measure);
}

}  // namespace notes_export::layout
