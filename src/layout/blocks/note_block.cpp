#include "layout/blocks/note_block.hpp"

#include <algorithm>
#include <utility>

#include "layout/blocks/blocks.hpp"
#include "layout/blocks/inlines.hpp"
#include "locale/dates.hpp"
#include "locale/figures.hpp"
#include "locale/words.hpp"

namespace notes_export::layout {
namespace {

/// The titles of parts as one line, but for one that the note has as well: the note's own says it.
std::string part_line(const std::vector<std::string>& parts, const std::string& title) {
    std::string line;
    for (const std::string& part : parts)
        if (part != title) line += (line.empty() ? "" : " · ") + part;
    return line;
}

/// Titles of parts that begin here, in one modest line above a rule.
void set_parts(Compositor& compositor, std::string line, const Frame& frame) {
    if (line.empty()) return;
    Frame inner = frame;
    inner.setting = Setting::ragged;
    inner.flush = true;
    inner.leading = compositor.design().leading;
    inner.text = label_style(frame, compositor.pt(9), true);
    const ElementId element = compositor.element(Role::paragraph, frame.parent);
    const std::size_t first = set_pieces(compositor, {words(std::move(line), inner.text, element)}, inner);
    auto& strips = compositor.galley().strips;
    if (strips.size() == first) return;
    Strip& last = strips.back();
    last.height = last.height + compositor.design().leading;
    last.items.push_back(Fill{{frame.x, last.height - compositor.pt(11), frame.width, compositor.pt(0.8)}, {}, {}, {}});
    compositor.keep_together(first, break_costs::never);
}

void set_date(Compositor& compositor, const Note& note, const Frame& frame) {
    if (!note.date) return;
    Frame inner = frame;
    inner.setting = Setting::ragged;
    inner.flush = true;
    inner.text = label_style(frame, compositor.pt(8), true);
    inner.text.letterspacing = compositor.pt(0.25);
    const ElementId element = compositor.element(Role::paragraph, frame.parent);
    std::vector<Piece> pieces{words(locale::full_date(*note.date, note.language), inner.text, element)};
    TextStyle time = label_style(frame, compositor.pt(8));
    time.grey = {0.4};
    if (const std::string clock = locale::time_of_day(*note.date, note.language); !clock.empty())
        pieces.push_back(words("\u2002" + clock, time, element));
    set_pieces(compositor, std::move(pieces), inner);
}

void set_title(Compositor& compositor, const Note& note, const Frame& frame) {
    Frame inner = frame;
    inner.setting = Setting::balanced;
    inner.flush = true;
    inner.leading = compositor.design().title_leading;
    inner.text.size = compositor.design().title_size;
    inner.text.font.bold = true;
    inner.text.hyphenate = false;
    inner.text.features.old_style_figures = false;
    const ElementId element = compositor.element(Role::h1, frame.parent);
    std::vector<Piece> pieces = pieces_of(compositor, note.title_inlines, inner, element);
    if (pieces.empty()) pieces.push_back(words(note.title, inner.text, element));
    set_pieces(compositor, std::move(pieces), inner);
    compositor.galley().strips.back().snap = true;
}

void set_tags(Compositor& compositor, const Note& note, const Frame& frame) {
    if (note.tags.empty()) return;
    Frame inner = frame;
    inner.setting = Setting::ragged;
    inner.flush = true;
    inner.leading = compositor.design().leading;
    inner.text = label_style(frame, compositor.pt(8));
    inner.text.grey = {0.35};
    const ElementId element = compositor.element(Role::paragraph, frame.parent);
    std::string line;
    for (const std::string& tag : note.tags) line += (line.empty() ? "#" : "\u2002#") + tag;
    set_pieces(compositor, {words(std::move(line), inner.text, element)}, inner);
}

void set_opening(Compositor& compositor, const Note& note, const std::vector<std::string>& parts, const Frame& frame) {
    compositor.mark(note.anchor);
    if (note.introduction) return;
    set_parts(compositor, part_line(parts, note.title), frame);
    set_date(compositor, note, frame);
    set_title(compositor, note, frame);
    set_tags(compositor, note, frame);
    compositor.keep_together(0, break_costs::never);
    compositor.galley().strips.front().opening = true;
    compositor.galley().strips.front().part = !parts.empty();
    compositor.keep_with_next();
    compositor.space(compositor.design().leading);
}

/// "Linked from": a hairline, then each note that points here, with its date and page.
void set_linked_from(Compositor& compositor, const Note& note, const Frame& frame) {
    if (note.linked_from.empty()) return;
    Frame inner = frame;
    inner.setting = Setting::ragged;
    inner.flush = true;
    inner.leading = compositor.pt(11.8);
    inner.text = label_style(frame, compositor.pt(8), true);
    inner.parent = compositor.element(Role::division, frame.parent);
    compositor.space(compositor.design().leading + compositor.design().grid);
    const ElementId head = compositor.element(Role::paragraph, inner.parent);
    const std::size_t first = set_pieces(
        compositor, {words(std::string(locale::word("linked-from", note.language)), inner.text, head)}, inner);
    const Points above = compositor.pt(4);
    Strip& strip = compositor.galley().strips[first];
    pad_above(strip, above);
    strip.items.push_back(Fill{{frame.x, {}, frame.width, compositor.pt(0.5)}, {}, {}, {}});
    compositor.keep_with_next();
    inner.text.font.bold = false;
    for (const NoteId id : note.linked_from) {
        const Note& other = compositor.book.archive.note(id);
        const ElementId paragraph = compositor.element(Role::paragraph, inner.parent);
        const ElementId element = compositor.element(Role::link, paragraph);
        const std::string title =
            other.title.empty() ? std::string(locale::word("introduction", note.language)) : other.title;
        const LinkId link = compositor.link(other.anchor, element, title);
        std::string text = title;
        if (other.date) text += ", " + locale::full_date(*other.date, note.language);
        PageNumberPiece page;
        page.target = other.anchor;
        page.digits = compositor.book.digits_of(other.anchor);
        page.before = " · " + std::string(locale::word("page-abbreviation", note.language)) + "\u00a0";
        page.style = inner.text;
        page.style.features.tabular_figures = true;
        page.element = element;
        page.link = link;
        set_pieces(compositor, {words(std::move(text), inner.text, element, link), page}, inner);
    }
    constexpr std::size_t kept_whole = 9;  // eight notes and the heading
    if (compositor.next() - first <= kept_whole) compositor.keep_together(first, break_costs::within_linked_from);
    compositor.galley().strips.back().snap = true;
}

/// A footnote's number, which leads back to the text, and its body.
Galley set_footnote(Compositor& compositor, std::uint32_t index, const Frame& frame) {
    const Footnote& footnote = compositor.note.footnotes[index];
    Frame inner = frame;
    inner.parent = compositor.element(Role::note, frame.parent);
    inner.leading = compositor.design().footnote_leading;
    inner.paragraph_space = compositor.pt(2);
    inner.text.size = compositor.design().footnote_size;
    return compositor.apart([&] {
        compositor.mark(compositor.footnote_places[index]);
        TextStyle number = inner.text;
        number.baseline_shift = inner.text.size * 0.34;
        number.size = inner.text.size * 0.7;
        number.font.bold = true;
        number.features.old_style_figures = false;
        const ElementId label = compositor.element(Role::label, inner.parent);
        ElementId element = label;
        LinkId link;
        if (const std::uint32_t origin = compositor.reference_places[index]; origin != UINT32_MAX) {
            element = compositor.element(Role::link, label);
            link =
                compositor.link(origin, element, std::string(locale::word("back-to-text", compositor.note.language)));
        }
        const std::string text = footnote.number > 0 ? locale::digits(footnote.number, compositor.note.language)
                                                     : std::string(footnote.label);
        compositor.run_in = {words(text, number, element, link), words("\u2004", inner.text, label)};
        set_blocks(compositor, footnote.blocks, inner);
        flush_run_in(compositor, inner);
    });
}

/// Definitions that nothing refers to are not lost: they close the note.
void set_unreferenced(Compositor& compositor, std::vector<Galley>& footnotes) {
    bool first = true;
    for (std::size_t i = 0; i < footnotes.size(); ++i) {
        if (compositor.reference_places[i] != UINT32_MAX || footnotes[i].strips.empty()) continue;
        compositor.space(std::exchange(first, false) ? compositor.design().leading : compositor.pt(2));
        compositor.append(std::move(footnotes[i]));
        footnotes[i] = {};
        compositor.galley().strips.back().snap = true;
    }
}

/// The last page of a note has three lines of it at least.
void keep_end(Compositor& compositor) {
    constexpr double lines = 2.5;
    auto& strips = compositor.galley().strips;
    Points height;
    for (std::size_t i = strips.size(); i-- > 1;) {
        height += strips[i].height;
        if (height > compositor.design().leading * lines) return;
        strips[i].break_cost = std::max(strips[i].break_cost, break_costs::note_end);
        height += strips[i].space_before;
    }
}

}  // namespace

SetNote set_note(const BookContext& book, const Note& note, const std::vector<std::string>& parts) {
    Compositor compositor(book, note);
    const ElementId section = compositor.element(Role::section, {});
    if (note.language != book.archive.metadata.language) compositor.elements[section.value].language = note.language;
    const Frame frame = text_frame(compositor, section);

    SetNote set;
    set.body = compositor.apart([&] {
        set_opening(compositor, note, parts, frame);
        set_blocks(compositor, note.blocks, frame);
        flush_run_in(compositor, frame);
        // Bodies may refer to others, so the list is done when none is left; each is set once.
        for (std::uint32_t i = 0; i < note.footnotes.size(); ++i)
            set.footnotes.push_back(set_footnote(compositor, i, frame));
        set_unreferenced(compositor, set.footnotes);
        set_linked_from(compositor, note, frame);
        if (compositor.next() == 0) compositor.add({});
        keep_end(compositor);
    });
    set.height = height_of(set.body);
    set.elements = std::move(compositor.elements);
    set.links = std::move(compositor.links);
    set.places = compositor.places;
    set.diagnostics = std::move(compositor.diagnostics);
    set.missing = std::move(compositor.missing);
    return set;
}

}  // namespace notes_export::layout
