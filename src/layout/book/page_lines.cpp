#include "layout/book/page_lines.hpp"

#include <algorithm>
#include <utility>

#include "layout/blocks/blocks.hpp"
#include "layout/blocks/inlines.hpp"
#include "locale/dates.hpp"

namespace notes_export::layout {
namespace {

/// Points. Neither where a title begins nor where one a level below does.
constexpr double turned_over = 18;

}  // namespace

PageLines::PageLines(Compositor& compositor, bool dense, ListedDate widest_date)
    : compositor_(compositor), dense_(dense) {
    const Compositor& c = compositor;
    number_style_.font = {text::Family::sans, false, false};
    number_style_.size = c.pt(dense ? 7.8 : 8.4);
    number_style_.features.tabular_figures = true;
    number_style_.hyphenate = false;
    number_style_.language = c.note.language;
    date_style_ = number_style_;
    date_style_.size = c.pt(dense ? 7.2 : 7.6);
    date_style_.grey = {0.4};
    number_width_ = widest(std::string(static_cast<std::size_t>(c.book.page_digits), '0'), number_style_);
    // Dates of a language are about as wide as each other; a hundred tell enough.
    int measured = 0;
    for (const Note& note : c.book.archive.notes) {
        if (widest_date == ListedDate::none || measured == 100) break;
        if (!note.date) continue;
        date_width_ = std::max(date_width_, widest(shown(note, widest_date), date_style_));
        ++measured;
    }
    if (date_width_.value > 0) date_width_ += c.pt(4);
}

void PageLines::set(const std::string& title, NoteId id, ListedDate date, const Frame& frame, ElementId item) {
    const Note& note = compositor_.book.archive.note(id);
    const ElementId element = compositor_.element(Role::link, item);
    const LinkId link = compositor_.link(note.anchor, element, title);
    const Points gap = compositor_.pt(9);
    const Points columns = number_width_ + gap + (date_width_.value > 0 ? date_width_ + gap : Points{});
    Frame inner = frame;
    inner.width = std::max(frame.width - columns, frame.width * 0.3);
    if (frame.mirrored()) inner.x = frame.x + frame.width - inner.width;
    inner.setting = Setting::ragged;
    inner.flush = true;
    inner.text.hyphenate = false;
    if (dense_) {
        inner.text.size = compositor_.pt(8.6);
        inner.leading = compositor_.pt(11.6);
    }
    const std::size_t first =
        set_pieces(compositor_, {words(title, inner.text, element, link)}, inner, compositor_.pt(turned_over));
    auto& strips = compositor_.galley().strips;
    if (first >= strips.size()) return;
    compositor_.keep_together(first, break_costs::widow);
    Strip& strip = strips[first];
    if (note.date && date != ListedDate::none && date_width_.value > 0) {
        const Points x = frame.mirrored() ? frame.x + number_width_ + gap
                                          : frame.x + frame.width - number_width_ - gap - date_width_;
        put(strip, words(shown(note, date), date_style_, item), frame, x, date_width_);
    }
    PageNumberPiece number;
    number.target = note.anchor;
    number.digits = compositor_.book.page_digits;
    number.style = number_style_;
    number.element = element;
    number.link = link;
    put(strip, number, frame, frame.mirrored() ? frame.x : frame.x + frame.width - number_width_, number_width_);
    if (!dense_) compositor_.space(compositor_.design().grid / 2);
}

Points PageLines::widest(const std::string& text, const TextStyle& style) const {
    return content_widths({words(text, style, {})}, {}, compositor_.book.fonts).most;
}

std::string PageLines::shown(const Note& note, ListedDate date) const {
    const std::string& language = compositor_.note.language;
    return date == ListedDate::day ? locale::short_date(*note.date, language)
                                   : locale::medium_date(*note.date, language);
}

void PageLines::put(Strip& strip, Piece piece, const Frame& frame, Points x, Points width) {
    ParagraphStyle style;
    style.setting = frame.mirrored() ? Setting::ragged : Setting::right;
    style.direction = Direction::left_to_right;
    auto lines = set_paragraph({std::move(piece)}, style, width + compositor_.pt(0.5), compositor_.book.fonts);
    if (!lines.empty())
        add_line(strip, std::move(lines.front()), {frame.mirrored() ? x : x - compositor_.pt(0.5), strip.baseline});
}

}  // namespace notes_export::layout
