#include "layout/inline/slices.hpp"

#include <algorithm>

#include "text/words.hpp"

namespace notes_export::layout {

namespace {

/// Glyphs of a unit from `begin` to `end`, shaped again where its glyphs can't simply be parted.
Slice cut(const ShapedText& shaped, const Unit& unit, std::uint32_t begin, std::uint32_t end,
          const ParagraphStyle& style, const text::FontLibrary& fonts,
          std::forward_list<std::vector<text::Glyph>>& reshaped) {
    Slice slice;
    slice.unit = &unit;
    slice.begin = begin;
    slice.end = end;
    slice.level = shaped.run_of(unit).level;
    slice.cluster_base = unit.cluster_base;
    slice.width = unit.width;
    slice.glyphs = unit.shaped();
    if (begin == unit.begin && end == unit.end) return slice;

    bool unsafe = false;
    std::size_t first = 0, last = unit.count;
    bool starts = begin == unit.begin, stops = end == unit.end;
    for (std::size_t i = 0; i < unit.count; ++i) {
        const text::Glyph& glyph = unit.glyphs[i];
        const std::uint32_t at = unit.cluster_base + glyph.cluster;
        if ((at == begin || at == end) && at != unit.begin && glyph.unsafe_to_break) unsafe = true;
        starts |= at == begin;
        stops |= at == end;
    }
    if (unsafe || !starts || !stops) {
        reshaped.emplace_front();
        text::shape_into(reshaped.front(), fonts, request_for(shaped.run_of(unit), shaped.span_of(unit), style),
                         shaped.collected.text, begin, end);
        slice.glyphs = reshaped.front();
        slice.cluster_base = 0;
    } else {
        const auto within = [&](const text::Glyph& glyph) {
            const std::uint32_t at = unit.cluster_base + glyph.cluster;
            return at >= begin && at < end;
        };
        while (first < last && !within(unit.glyphs[first])) ++first;
        while (last > first && !within(unit.glyphs[last - 1])) --last;
        slice.glyphs = {unit.glyphs + first, last - first};
    }
    const TextStyle& text_style = *shaped.span_of(unit).style;
    slice.width = 0;
    for (std::size_t i = 0; i < slice.glyphs.size(); ++i) {
        slice.width += static_cast<double>(slice.glyphs[i].advance) * text_style.size.value;
        if (i + 1 == slice.glyphs.size() || slice.glyphs[i].cluster != slice.glyphs[i + 1].cluster)
            slice.width += text_style.letterspacing.value;
    }
    return slice;
}

Slice hyphen_slice(const ShapedText& shaped, const Slice& last, const ParagraphStyle& style,
                   const text::FontLibrary& fonts, double width) {
    Slice slice = last;
    slice.hyphen = true;
    slice.begin = slice.end = last.end;
    slice.glyphs = text::shaped_word(
        fonts, text::word_kind(fonts, request_for(shaped.run_of(*last.unit), shaped.span_of(*last.unit), style)), "-");
    slice.width = width;
    slice.after = {};
    return slice;
}

}  // namespace

std::vector<Slice> slices_of_line(const ShapedText& shaped, const Break& from, const Break& to,
                                  const ParagraphStyle& style, const text::FontLibrary& fonts,
                                  std::forward_list<std::vector<text::Glyph>>& reshaped) {
    std::vector<Slice> slices;
    auto unit = std::upper_bound(shaped.units.begin(), shaped.units.end(), from.next,
                                 [](std::uint32_t offset, const Unit& u) { return offset < u.end; });
    const auto behind = std::lower_bound(unit, shaped.units.end(), to.next,
                                         [](const Unit& u, std::uint32_t offset) { return u.begin < offset; });
    slices.reserve(static_cast<std::size_t>(behind - unit) + 1);
    for (; unit != shaped.units.end() && unit->begin < to.at; ++unit) {
        if (unit->kind == UnitKind::kept_break) continue;
        slices.push_back(
            cut(shaped, *unit, std::max(unit->begin, from.next), std::min(unit->end, to.at), style, fonts, reshaped));
        if (unit->end < to.at) slices.back().after = unit->after;
    }
    if (to.kind == BreakKind::hyphen && !slices.empty())
        slices.push_back(hyphen_slice(shaped, slices.back(), style, fonts, to.hyphen));
    // Blanks that vanish at the line's end stay in the text, so that words of two lines are parted in it.
    const std::uint8_t base = shaped.collected.right_to_left ? 1 : 0;
    for (; unit != shaped.units.end() && unit->begin < to.next; ++unit) {
        if (unit->kind == UnitKind::kept_break) continue;
        slices.push_back(cut(shaped, *unit, unit->begin, unit->end, style, fonts, reshaped));
        slices.back().trailing = true;
        slices.back().width = 0;
        slices.back().level = base;
    }
    return slices;
}

void order_visually(std::vector<Slice>& slices) {
    std::uint8_t highest = 0, lowest_odd = 255;
    for (const Slice& slice : slices) {
        highest = std::max(highest, slice.level);
        if (slice.level % 2 == 1) lowest_odd = std::min(lowest_odd, slice.level);
    }
    for (int level = highest; level >= lowest_odd && level > 0; --level) {
        for (std::size_t i = 0; i < slices.size();) {
            if (slices[i].level < level) {
                ++i;
                continue;
            }
            std::size_t end = i;
            while (end < slices.size() && slices[end].level >= level) ++end;
            std::reverse(slices.begin() + static_cast<std::ptrdiff_t>(i),
                         slices.begin() + static_cast<std::ptrdiff_t>(end));
            i = end;
        }
    }
}

}  // namespace notes_export::layout
