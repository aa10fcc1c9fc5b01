#include "layout/pages/makeup.hpp"

#include <algorithm>
#include <cmath>

#include "layout/pages/page_breaks.hpp"

namespace notes_export::layout {
namespace {

/// Between notes that follow each other: three blank lines, with a short rule in the second.
constexpr double separator_lines = 3;
constexpr double foot_separator_lines = 1;

struct RowOrigin {
    std::uint32_t note = 0;  ///< index into the run
    std::uint32_t strip = 0;
};

struct FootOrigin {
    std::uint32_t note = 0;
    std::uint32_t footnote = 0;
    std::uint32_t strip = 0;
};

void rebase(Strip& strip, const Bases& bases) {
    const auto element = [&](ElementId& id) {
        if (id.valid()) id.value += bases.elements;
    };
    const auto link = [&](LinkId& id) {
        if (id.valid()) id.value += bases.links;
    };
    const auto place = [&](PlaceTarget& target) {
        if (auto* own = std::get_if<std::uint32_t>(&target)) *own += bases.places;
    };
    for (PageItem& item : strip.items) element(element_of(item));
    for (LinkArea& area : strip.links) link(area.link);
    for (PlaceTarget& target : strip.places) place(target);
    for (LateNumber& late : strip.late) {
        PageNumberPiece& piece = late.number.piece;
        element(piece.element);
        link(piece.link);
        place(piece.target);
    }
}

class MakeUp {
public:
    MakeUp(const Design& design, std::vector<RunNote> notes) : design_(design), notes_(std::move(notes)) {}

    PlannedRun plan() {
        PlannedRun planned;
        std::size_t row = 0;
        for (const PageEnd& end : broken()) {
            const auto page = static_cast<std::uint32_t>(planned.pages++);
            for (; row < end.row; ++row) {
                const RowOrigin origin = origins_[row];
                for (const PlaceTarget& target : notes_[origin.note].set->body.strips[origin.strip].places)
                    planned.places.emplace_back(target, page);
            }
        }
        return planned;
    }

    MadeRun run() {
        std::size_t row = 0;
        std::uint32_t foot = 0;
        for (const PageEnd& end : broken()) {
            if (end.shrink > 0) shrink_last_picture(row, end.row, end.shrink);
            add_page(row, end.row, foot, end.feet);
            row = end.row;
            foot = end.feet;
        }
        return std::move(made_);
    }

private:
    std::vector<PageEnd> broken() {
        collect();
        PageBreaks breaks = break_pages(rows_, feet_,
                                        {design_.height.value, design_.leading.value, design_.grid.value,
                                         design_.leading.value * foot_separator_lines});
        for (const MovedRows& moved : breaks.moved) move(moved);
        return std::move(breaks.ends);
    }

    /// The rest of a paragraph is parted from a picture that goes before it as its begin was.
    void move(const MovedRows& moved) {
        const auto rotate = [&](auto& of) {
            const auto begin = of.begin();
            std::rotate(begin + static_cast<std::ptrdiff_t>(moved.first),
                        begin + static_cast<std::ptrdiff_t>(moved.middle),
                        begin + static_cast<std::ptrdiff_t>(moved.last));
        };
        if (rows_[moved.last].flow == Flow::continuation)
            rows_[moved.last].space = std::max(rows_[moved.last].space, rows_[moved.middle].space);
        rotate(rows_);
        rotate(origins_);
    }

    void collect() {
        heads_.resize(notes_.size());
        for (std::uint32_t n = 0; n < notes_.size(); ++n) {
            const Galley& body = notes_[n].set->body;
            for (const RepeatedHead& head : body.heads) heads_[n].push_back(copied(body, head));
            std::vector<bool> queued(notes_[n].set->footnotes.size());
            for (std::uint32_t s = 0; s < body.strips.size(); ++s) {
                const Strip& strip = body.strips[s];
                BreakRow row;
                row.height = strip.height.value;
                row.space = s == 0 && n > 0 ? design_.leading.value * separator_lines : strip.space_before.value;
                row.cost = strip.break_cost;
                row.snap = strip.snap;
                row.shrink = strip.shrink.value;
                row.opening = strip.opening;
                row.flow = strip.flow;
                if (strip.head != UINT32_MAX) row.head = height_of_head(body, strip.head);
                for (const std::uint32_t footnote : strip.footnotes) queue_footnote(n, footnote, queued);
                row.feet = static_cast<std::uint32_t>(feet_.size());
                rows_.push_back(row);
                origins_.push_back({n, s});
            }
        }
    }

    /// The footnote's lines, and behind them those of the footnotes that it refers to.
    void queue_footnote(std::uint32_t note, std::uint32_t footnote, std::vector<bool>& queued) {
        std::vector<std::uint32_t> waiting{footnote};
        for (std::size_t next = 0; next < waiting.size(); ++next) {
            const std::uint32_t index = waiting[next];
            if (index >= queued.size() || queued[index]) continue;
            queued[index] = true;
            const Galley& galley = notes_[note].set->footnotes[index];
            for (std::uint32_t s = 0; s < galley.strips.size(); ++s) {
                const Strip& strip = galley.strips[s];
                feet_.push_back({strip.height.value + strip.space_before.value, s == 0});
                foot_origins_.push_back({note, index, s});
                waiting.insert(waiting.end(), strip.footnotes.begin(), strip.footnotes.end());
            }
        }
    }

    /// A head's strips as artifacts, without links: the table has the real ones once.
    static std::vector<Strip> copied(const Galley& galley, const RepeatedHead& head) {
        std::vector<Strip> copies;
        for (std::size_t s = head.first; s < head.last; ++s) {
            Strip copy;
            copy.height = galley.strips[s].height;
            copy.items = galley.strips[s].items;
            for (PageItem& item : copy.items) element_of(item) = {};
            copies.push_back(std::move(copy));
        }
        return copies;
    }

    static double height_of_head(const Galley& galley, std::uint32_t head) {
        double height = 0;
        for (std::size_t s = galley.heads[head].first; s < galley.heads[head].last; ++s)
            height += galley.strips[s].height.value;
        return height;
    }

    void shrink_last_picture(std::size_t first_row, std::size_t last_row, double by) {
        for (std::size_t r = last_row; r-- > first_row;) {
            if (rows_[r].shrink == 0) continue;
            const RowOrigin origin = origins_[r];
            Strip& strip = notes_[origin.note].set->body.strips[origin.strip];
            make_smaller(strip, (strip.height.value - by) / strip.height.value);
            rows_[r].height -= by;
            return;
        }
    }

    void add_page(std::size_t first_row, std::size_t last_row, std::uint32_t first_foot, std::uint32_t last_foot) {
        made_.pages.emplace_back();
        MadePage& made = made_.pages.back();
        if (first_row < last_row) {
            const RowOrigin origin = origins_[first_row];
            if (origin.strip > 0) made.continued = notes_[origin.note].title;
        } else if (first_foot < last_foot) {
            made.continued = notes_[foot_origins_[first_foot].note].title;
        }
        std::vector<double> tops;
        double y = first_row < last_row ? rows_[first_row].head : 0;
        for (std::size_t r = first_row; r < last_row; ++r) {
            if (r > first_row) y += rows_[r].space;
            tops.push_back(y);
            y += rows_[r].height;
            if (rows_[r].snap) y = std::ceil((y - 0.05) / design_.grid.value) * design_.grid.value;
        }
        for (std::size_t r = first_row; r < last_row;) {
            // Grounds lie below the text, so they come first, note by note.
            std::size_t end = r + 1;
            while (end < last_row && origins_[end].note == origins_[r].note) ++end;
            add_bands(r, end, tops, first_row);
            r = end;
        }
        if (first_row < last_row) repeat_head(first_row);
        for (std::size_t r = first_row; r < last_row; ++r) {
            const RowOrigin origin = origins_[r];
            const Points top = design_.top + Points{tops[r - first_row]};
            // A part brings a rule of its own.
            if (origin.strip == 0 && origin.note > 0 && r > first_row &&
                !notes_[origin.note].set->body.strips.front().part)
                made.page.items.push_back(Fill{
                    {design_.left, top - Points{rows_[r].space / 2}, design_.pt(24), design_.pt(0.8)}, {}, {}, {}});
            put(std::move(notes_[origin.note].set->body.strips[origin.strip]), notes_[origin.note].bases, top);
        }
        add_feet(first_foot, last_foot);
    }

    /// The parts of grounds and rules that lie beside these rows, which are of one note.
    void add_bands(std::size_t first, std::size_t last, const std::vector<double>& tops, std::size_t first_row) {
        const RowOrigin origin = origins_[first];
        const std::size_t first_strip = origin.strip, last_strip = origins_[last - 1].strip;
        for (const Band& band : notes_[origin.note].set->body.bands) {
            if (band.width.value <= 0 || band.first > last_strip || band.last < first_strip) continue;
            // Strips may stand in another order than they were set in; those beside a band never do.
            std::size_t from = first, to = last - 1;
            while (from < to && origins_[from].strip < band.first) ++from;
            while (to > from && origins_[to].strip > band.last) --to;
            if (origins_[from].strip < band.first || origins_[to].strip > band.last) continue;
            const Points top{tops[from - first_row]};
            const Points bottom{tops[to - first_row] + rows_[to].height};
            made_.pages.back().page.items.push_back(
                Fill{{design_.left + band.x, design_.top + top, band.width, bottom - top}, band.grey, {}, {}});
        }
    }

    /// The head of a table that goes on, again.
    void repeat_head(std::size_t row) {
        const RowOrigin origin = origins_[row];
        const std::uint32_t head = notes_[origin.note].set->body.strips[origin.strip].head;
        if (head == UINT32_MAX) return;
        Points y = design_.top;
        for (const Strip& strip : heads_[origin.note][head]) {
            put(strip, {}, y);
            y += strip.height;
        }
    }

    void add_feet(std::uint32_t first, std::uint32_t last) {
        if (first == last) return;
        double height = 0;
        for (std::uint32_t f = first; f < last; ++f) height += feet_[f].height;
        Points y = design_.top + design_.height - Points{height};
        const bool mirrored = notes_[foot_origins_[first].note].mirrored;
        made_.pages.back().page.items.push_back(short_rule(y - design_.leading * 0.45, 62, 0.5, mirrored));
        for (std::uint32_t f = first; f < last; ++f) {
            const FootOrigin origin = foot_origins_[f];
            Galley& galley = notes_[origin.note].set->footnotes[origin.footnote];
            Strip& strip = galley.strips[origin.strip];
            const Points top = y + strip.space_before;
            for (const Band& band : galley.bands)
                if (band.first <= origin.strip && origin.strip <= band.last)
                    made_.pages.back().page.items.push_back(
                        Fill{{design_.left + band.x, top, band.width, strip.height}, band.grey, {}, {}});
            put(std::move(strip), notes_[origin.note].bases, top);
            y += Points{feet_[f].height};
        }
    }

    /// A rule at the side where lines begin.
    Fill short_rule(Points y, double width, double thickness, bool mirrored) const {
        const Points x = mirrored ? design_.left + design_.measure - design_.pt(width) : design_.left;
        return Fill{{x, y, design_.pt(width), design_.pt(thickness)}, {}, {}, {}};
    }

    void put(Strip strip, const Bases& bases, Points top) {
        MadePage& made = made_.pages.back();
        rebase(strip, bases);
        const Point by{design_.left, top};
        const std::size_t first = made.page.items.size();
        for (PageItem& item : strip.items) {
            translate(item, by);
            made.page.items.push_back(std::move(item));
        }
        for (LinkArea& area : strip.links) {
            area.rect.x += by.x;
            area.rect.y += by.y;
            made.page.links.push_back(area);
        }
        for (LateNumber& late : strip.late) {
            late.number.item += first;
            late.offset.x += by.x;
            late.offset.y += by.y;
            made.late.push_back(std::move(late));
        }
        const auto page = static_cast<std::uint32_t>(made_.pages.size() - 1);
        for (const PlaceTarget& target : strip.places) made_.places.push_back({target, {page, top}});
    }

    const Design& design_;
    std::vector<RunNote> notes_;
    std::vector<BreakRow> rows_;
    std::vector<RowOrigin> origins_;
    std::vector<FootRow> feet_;
    std::vector<FootOrigin> foot_origins_;
    std::vector<std::vector<std::vector<Strip>>> heads_;  ///< of each note's tables, kept before they are placed
    MadeRun made_;
};

}  // namespace

PlannedRun plan(const Design& design, std::vector<RunNote> notes) {
    return MakeUp(design, std::move(notes)).plan();
}

MadeRun make_up(const Design& design, std::vector<RunNote> notes) {
    return MakeUp(design, std::move(notes)).run();
}

}  // namespace notes_export::layout
