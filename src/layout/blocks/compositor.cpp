#include "layout/blocks/compositor.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace notes_export::layout {

Compositor::Compositor(const BookContext& context, const Note& of_note)
    : book(context), note(of_note), galley_(&body_) {
    footnote_places.reserve(note.footnotes.size());
    for (std::size_t i = 0; i < note.footnotes.size(); ++i) footnote_places.push_back(place());
    reference_places.assign(note.footnotes.size(), UINT32_MAX);
}

ElementId Compositor::element(Role role, ElementId parent) {
    Element made;
    made.role = role;
    made.parent = parent;
    elements.push_back(std::move(made));
    return {static_cast<std::uint32_t>(elements.size() - 1)};
}

LinkId Compositor::link(decltype(Link::target) target, ElementId of, std::string description) {
    links.push_back({std::move(target), of, std::move(description)});
    return {static_cast<std::uint32_t>(links.size() - 1)};
}

Strip& Compositor::add(Strip strip) {
    strip.space_before = std::max(strip.space_before, space_);
    space_ = {};
    if (keep_.lines > 0) {
        const double cost = keep_.lines == 2 ? break_costs::heading : break_costs::second_line;
        strip.break_cost = std::max(strip.break_cost, cost);
        --keep_.lines;
    }
    strip.places.insert(strip.places.begin(), marks_.begin(), marks_.end());
    marks_.clear();
    galley_->strips.push_back(std::move(strip));
    return galley_->strips.back();
}

std::size_t Compositor::open_band(Points x, Points width, Grey grey) {
    galley_->bands.push_back({next(), SIZE_MAX, x, width, grey});
    return galley_->bands.size() - 1;
}

void Compositor::close_band(std::size_t band) {
    Band& open = galley_->bands[band];
    if (next() > open.first) {
        open.last = next() - 1;
    } else {
        open.last = open.first;
        open.width = {};
    }
}

void Compositor::keep_together(std::size_t first, double cost) {
    for (std::size_t i = first + 1; i < next(); ++i) {
        Strip& strip = galley_->strips[i];
        strip.break_cost = std::max(strip.break_cost, cost);
    }
}

void Compositor::announce(std::size_t first) {
    if (first == 0 || first >= next()) return;
    Strip& strip = galley_->strips[first];
    strip.break_cost = std::max(strip.break_cost, break_costs::introduced);
    for (std::size_t i = first; i < next() && galley_->strips[i].flow == Flow::picture; ++i)
        galley_->strips[i].flow = Flow::fixed;
}

Galley Compositor::apart(const std::function<void()>& set) {
    Galley fresh;
    Galley* const outer = std::exchange(galley_, &fresh);
    const Points outer_space = std::exchange(space_, Points{});
    const Keep outer_keep = std::exchange(keep_, Keep{});
    std::vector<PlaceTarget> outer_marks = std::exchange(marks_, {});
    std::vector<Piece> outer_run_in = std::exchange(run_in, {});
    set();
    if (!marks_.empty()) {
        if (fresh.strips.empty()) {
            outer_marks.insert(outer_marks.end(), marks_.begin(), marks_.end());
        } else {
            std::ranges::copy(marks_, std::back_inserter(fresh.strips.back().places));
        }
    }
    galley_ = outer;
    space_ = outer_space;
    keep_ = outer_keep;
    marks_ = std::move(outer_marks);
    run_in = std::move(outer_run_in);
    return fresh;
}

void Compositor::append(Galley galley) {
    const std::size_t first = next();
    const auto first_head = static_cast<std::uint32_t>(galley_->heads.size());
    for (Band& band : galley.bands) {
        band.first += first;
        band.last += first;
        galley_->bands.push_back(band);
    }
    for (RepeatedHead& head : galley.heads) galley_->heads.push_back({head.first + first, head.last + first});
    for (Strip& strip : galley.strips) {
        if (strip.head != UINT32_MAX) strip.head += first_head;
        add(std::move(strip));
    }
}

void Compositor::back_to(const Mark& mark) {
    elements.resize(mark.elements);
    links.resize(mark.links);
    places = mark.places;
    reference_places = mark.references;
}

Frame text_frame(const Compositor& compositor, ElementId parent) {
    const Design& design = compositor.design();
    Frame frame;
    frame.width = design.measure;
    frame.parent = parent;
    frame.text.size = design.size;
    frame.text.features.old_style_figures = design.old_style_figures;
    frame.text.hyphenate = design.hyphenate;
    frame.protrude = design.protrude;
    frame.text.language = compositor.note.language;
    frame.leading = design.leading;
    frame.setting = design.ragged || compositor.note.kept_line_breaks ? Setting::ragged : Setting::justified;
    frame.direction = compositor.note.direction;
    frame.paragraph_space = design.paragraph_space;
    return frame;
}

TextStyle label_style(const Frame& frame, Points size, bool bold) {
    TextStyle style;
    style.font = {text::Family::sans, bold, false};
    style.size = size;
    style.language = frame.text.language;
    style.hyphenate = false;
    return style;
}

Points inset(const Compositor& compositor, const Frame& frame, Points wanted) {
    const Points spare = frame.width - compositor.design().measure * 0.35;
    return std::min(wanted, std::max(compositor.pt(1), spare * 0.1));
}

Frame indented(const Frame& frame, Points by) {
    Frame inner = frame;
    inner.width -= by;
    if (!frame.mirrored()) inner.x += by;
    return inner;
}

std::size_t add_lines(Compositor& compositor, std::vector<Line> lines, const Frame& frame, Points size) {
    const std::size_t first = compositor.next();
    const std::size_t count = lines.size();
    const Points usual = baseline_in(frame.leading, size);
    const Points grid = compositor.design().grid;
    bool hyphenated = false, ended = true;  // the line before
    std::size_t begun = 0;                  // where the writer's line begins
    for (std::size_t i = 0; i < count; ++i) {
        Strip strip;
        strip.height = frame.leading;
        strip.baseline = usual;
        // A picture higher than its line pushes the line down by whole steps of the grid.
        if (const Points above = lines[i].ascent - usual; above.value > 0) {
            const Points extra = round_up(above, grid);
            strip.baseline += extra;
            strip.height += extra;
        }
        if (const Points below = lines[i].descent - (frame.leading - usual); below.value > 0)
            strip.height += round_up(below, grid);
        if (i > 0) {
            const bool alone = i == 1 || i == count - 1;
            // Of a line that the writer ended and we turned over, too, no part stands alone.
            const bool turned_alone = !ended && (lines[i].last || i == begun + 1);
            strip.break_cost = alone          ? break_costs::widow
                               : turned_alone ? break_costs::within_item * 2
                               : hyphenated   ? break_costs::hyphenated
                                              : break_costs::free;
        }
        if (ended) begun = i;
        ended = lines[i].last;
        hyphenated = lines[i].hyphenated;
        compositor.missing.insert(compositor.missing.end(), lines[i].missing.begin(), lines[i].missing.end());
        const Points baseline = strip.baseline;
        add_line(strip, std::move(lines[i]), {frame.x, baseline});
        compositor.add(std::move(strip));
    }
    return first;
}

}  // namespace notes_export::layout
