#include "layout/blocks/galley.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace notes_export::layout {
namespace {

struct Move {
    Point by;
    void operator()(GlyphRun& run) const {
        run.origin.x += by.x;
        run.origin.y += by.y;
    }
    void operator()(Polyline& line) const {
        for (Point& point : line.points) {
            point.x += by.x;
            point.y += by.y;
        }
    }
    template <class Boxed>
    void operator()(Boxed& item) const {
        item.rect.x += by.x;
        item.rect.y += by.y;
    }
};

template <class Range>
void append_moved(Range& to, Range&& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

void translate(PageItem& item, Point by) {
    std::visit(Move{by}, item);
}

ElementId& element_of(PageItem& item) {
    return std::visit([](auto& any) -> ElementId& { return any.element; }, item);
}

Points height_of(const Galley& galley) {
    Points sum;
    for (const Strip& strip : galley.strips) sum += strip.space_before + strip.height;
    return sum;
}

void add_line(Strip& strip, Line line, Point offset) {
    const std::size_t first = strip.items.size();
    for (PageItem& item : line.items) {
        translate(item, offset);
        strip.items.push_back(std::move(item));
    }
    for (LinkArea& area : line.links) {
        area.rect.x += offset.x;
        area.rect.y += offset.y;
        strip.links.push_back(area);
    }
    for (Line::LatePageNumber& number : line.page_numbers) {
        number.item += first;
        strip.late.push_back({std::move(number), offset});
    }
    append_moved(strip.places, std::move(line.places));
    append_moved(strip.footnotes, std::move(line.footnotes));
}

void add_strip(Strip& strip, Strip part, Point offset) {
    const std::size_t first = strip.items.size();
    for (PageItem& item : part.items) {
        translate(item, offset);
        strip.items.push_back(std::move(item));
    }
    for (LinkArea& area : part.links) {
        area.rect.x += offset.x;
        area.rect.y += offset.y;
        strip.links.push_back(area);
    }
    for (LateNumber& late : part.late) {
        late.number.item += first;
        late.offset.x += offset.x;
        late.offset.y += offset.y;
        strip.late.push_back(std::move(late));
    }
    append_moved(strip.places, std::move(part.places));
    append_moved(strip.footnotes, std::move(part.footnotes));
}

Strip joined(Galley galley) {
    Strip whole;
    std::vector<Points> tops, bottoms;
    Points y;
    for (std::size_t i = 0; i < galley.strips.size(); ++i) {
        if (i > 0) y += galley.strips[i].space_before;
        tops.push_back(y);
        y += galley.strips[i].height;
        bottoms.push_back(y);
    }
    for (const Band& band : galley.bands) {
        if (band.last >= galley.strips.size() || band.last < band.first) continue;
        whole.items.push_back(
            Fill{{band.x, tops[band.first], band.width, bottoms[band.last] - tops[band.first]}, band.grey, {}, {}});
    }
    for (std::size_t i = 0; i < galley.strips.size(); ++i) {
        if (i == 0) whole.baseline = galley.strips[i].baseline;
        add_strip(whole, std::move(galley.strips[i]), {{}, tops[i]});
    }
    whole.height = y;
    return whole;
}

void make_smaller(Strip& strip, double ratio) {
    const auto scale = [&](Rect& rect) {
        rect.x += rect.width * ((1 - ratio) / 2);
        rect.y = rect.y * ratio;
        rect.width = rect.width * ratio;
        rect.height = rect.height * ratio;
    };
    for (PageItem& item : strip.items)
        if (auto* picture = std::get_if<Picture>(&item)) scale(picture->rect);
    for (LinkArea& area : strip.links) scale(area.rect);
    strip.height = strip.height * ratio;
    strip.baseline = strip.baseline * ratio;
}

void pad_above(Strip& strip, Points by) {
    for (PageItem& item : strip.items) translate(item, {{}, by});
    for (LinkArea& area : strip.links) area.rect.y += by;
    for (LateNumber& late : strip.late) late.offset.y += by;
    strip.height += by;
    strip.baseline += by;
}

}  // namespace notes_export::layout
