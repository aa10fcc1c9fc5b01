#include "layout/book/contents_pages.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "layout/blocks/blocks.hpp"
#include "layout/blocks/inlines.hpp"
#include "locale/dates.hpp"
#include "locale/words.hpp"

namespace notes_export::layout {
namespace {

class Contents {
public:
    Contents(Compositor& compositor, int depth) : compositor_(compositor), depth_(depth) {
        const Compositor& c = compositor;
        number_style_.font = {text::Family::sans, false, false};
        number_style_.size = c.pt(8.4);
        number_style_.features.tabular_figures = true;
        number_style_.hyphenate = false;
        number_style_.language = c.note.language;
        date_style_ = number_style_;
        date_style_.size = c.pt(7.6);
        date_style_.grey = {0.4};
        number_width_ = widest(std::string(static_cast<std::size_t>(c.book.page_digits), '0'), number_style_);
        for (const Note& note : c.book.archive.notes) {
            if (!note.date) continue;
            date_width_ = std::max(date_width_, widest(locale::short_date(*note.date, c.note.language), date_style_));
            // Dates of a language are about as wide as each other; a hundred tell enough.
            if (++measured_ == 100) break;
        }
        if (date_width_.value > 0) date_width_ += c.pt(4);
    }

    void set(const Frame& frame) {
        Frame title = frame;
        title.setting = Setting::ragged;
        title.leading = compositor_.design().title_leading;
        title.text.size = compositor_.design().title_size;
        title.text.font.bold = true;
        title.text.features.old_style_figures = false;
        const ElementId heading = compositor_.element(Role::h1, frame.parent);
        set_pieces(compositor_,
                   {words(std::string(locale::word("contents", compositor_.note.language)), title.text, heading)},
                   title);
        compositor_.keep_together(0, break_costs::never);
        compositor_.galley().strips.back().snap = true;
        compositor_.keep_with_next();
        compositor_.space(compositor_.design().leading);
        set_entries(compositor_.book.archive.contents, frame, 1, compositor_.element(Role::contents, frame.parent));
    }

private:
    Points widest(const std::string& text, const TextStyle& style) const {
        return content_widths({words(text, style, {})}, {}, compositor_.book.fonts).most;
    }

    void set_entries(const std::vector<ContentsEntry>& entries, const Frame& frame, int level, ElementId list) {
        for (const ContentsEntry& entry : entries) {
            const ElementId item = compositor_.element(Role::contents_item, list);
            const auto target = first_note(entry);
            if (entry.note)
                set_note_line(entry, *entry.note, frame, item);
            else if (level >= depth_ && target)
                set_note_line(entry, *target, frame, item);
            else
                set_part(entry, frame, level, item);
            if (entry.children.empty() || level >= depth_) continue;
            Frame inner =
                entry.note || level > 1 ? indented(frame, inset(compositor_, frame, compositor_.pt(12))) : frame;
            set_entries(entry.children, inner, level + 1, compositor_.element(Role::contents, item));
        }
    }

    static std::optional<NoteId> first_note(const ContentsEntry& entry) {
        if (entry.note) return entry.note;
        for (const ContentsEntry& child : entry.children)
            if (const auto found = first_note(child)) return found;
        return std::nullopt;
    }

    void set_part(const ContentsEntry& entry, const Frame& frame, int level, ElementId item) {
        Frame inner = frame;
        inner.setting = Setting::ragged;
        inner.flush = true;
        inner.text = label_style(frame, compositor_.pt(level == 1 ? 8.4 : 8), true);
        inner.text.letterspacing = compositor_.pt(level == 1 ? 0.3 : 0);
        const Design& design = compositor_.design();
        compositor_.space(level == 1 ? design.leading : design.grid);
        const std::size_t first = set_pieces(compositor_, {words(entry.title, inner.text, item)}, inner);
        compositor_.keep_together(first, break_costs::heading);
        compositor_.keep_with_next();
    }

    /// Title, date and page side by side; a title that wraps hangs in its own column.
    void set_note_line(const ContentsEntry& entry, NoteId id, const Frame& frame, ElementId item) {
        const Note& note = compositor_.book.archive.note(id);
        const ElementId element = compositor_.element(Role::link, item);
        const LinkId link = compositor_.link(note.anchor, element, entry.title);
        const Points gap = compositor_.pt(9);
        const Points columns = number_width_ + gap + (date_width_.value > 0 ? date_width_ + gap : Points{});
        Frame title = frame;
        title.width = std::max(frame.width - columns, frame.width * 0.3);
        if (frame.mirrored()) title.x = frame.x + frame.width - title.width;
        title.setting = Setting::ragged;
        title.flush = true;
        title.text.hyphenate = false;
        const std::size_t first = set_pieces(compositor_, {words(entry.title, title.text, element, link)}, title);
        auto& strips = compositor_.galley().strips;
        if (first >= strips.size()) return;
        compositor_.keep_together(first, break_costs::widow);
        Strip& strip = strips[first];
        if (entry.note && note.date) {
            const Points x = frame.mirrored() ? frame.x + number_width_ + gap
                                              : frame.x + frame.width - number_width_ - gap - date_width_;
            put(strip, words(locale::short_date(*note.date, compositor_.note.language), date_style_, item), frame, x,
                date_width_);
        }
        PageNumberPiece number;
        number.target = note.anchor;
        number.digits = compositor_.book.page_digits;
        number.style = number_style_;
        number.element = element;
        number.link = link;
        put(strip, number, frame, frame.mirrored() ? frame.x : frame.x + frame.width - number_width_, number_width_);
        compositor_.space(compositor_.design().grid / 2);
    }

    /// A piece flush with the outer edge of its column.
    void put(Strip& strip, Piece piece, const Frame& frame, Points x, Points width) {
        ParagraphStyle style;
        style.setting = frame.mirrored() ? Setting::ragged : Setting::right;
        style.direction = Direction::left_to_right;
        auto lines = set_paragraph({std::move(piece)}, style, width + compositor_.pt(0.5), compositor_.book.fonts);
        if (!lines.empty())
            add_line(strip, std::move(lines.front()), {frame.mirrored() ? x : x - compositor_.pt(0.5), strip.baseline});
    }

    Compositor& compositor_;
    int depth_;
    TextStyle number_style_, date_style_;
    Points number_width_, date_width_;
    int measured_ = 0;
};

}  // namespace

Note contents_note(const Archive& archive) {
    Note note;
    note.title = locale::word("contents", archive.metadata.language);
    note.language = archive.metadata.language;
    note.direction = archive.metadata.direction;
    return note;
}

SetNote set_contents(const BookContext& book, const Note& contents, int depth) {
    Compositor compositor(book, contents);
    const Frame frame = text_frame(compositor, compositor.element(Role::section, {}));
    SetNote set;
    set.body = compositor.apart([&] { Contents(compositor, depth).set(frame); });
    set.height = height_of(set.body);
    set.elements = std::move(compositor.elements);
    set.links = std::move(compositor.links);
    set.places = compositor.places;
    return set;
}

}  // namespace notes_export::layout
