/// The compositor: what setting one note needs to know and what it has set so far.
#pragma once

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "layout/blocks/galley.hpp"
#include "layout/design.hpp"
#include "layout/paragraph.hpp"
#include "notes_export/archive.hpp"

namespace notes_export::layout {

/// A picture of the archive as layout needs it.
struct PictureSize {
    Size natural;        ///< at 96 pixels an inch
    std::string reason;  ///< why it can't be shown; empty when it can
};

/// What is the same for the whole book. Outlives every compositor.
struct BookContext {
    const Archive& archive;
    const Design& design;
    const text::FontLibrary& fonts;
    const std::vector<PictureSize>& pictures;  ///< indexed by `ResourceId`
    int page_digits = 3;                       ///< of the largest page number
    /// Of the number of each anchor's page, where pages were made before; empty at first.
    const std::vector<int>& anchor_digits;

    int digits_of(AnchorId anchor) const {
        return anchor.value < anchor_digits.size() ? anchor_digits[anchor.value] : page_digits;
    }
};

/// The room a block is set in, and how running text looks there.
struct Frame {
    Points x, width;
    ElementId parent;
    TextStyle text;
    Points leading;
    Setting setting = Setting::justified;
    Direction direction = Direction::left_to_right;  ///< lists, quotes and tables are mirrored by it
    Points paragraph_space;                          ///< between paragraphs; none in tight lists
    /// Ragged text of the other direction begins at this frame's side too: titles, labels, cells of a mirrored table.
    bool flush = false;
    bool protrude = true;
    Points first_indent;       ///< of the next paragraph
    bool before_text = false;  ///< a paragraph of prose follows: what runs in has somewhere to do so
    bool anchors = true;       ///< false where another note's text is shown: its places are elsewhere

    bool mirrored() const { return direction == Direction::right_to_left; }
};

/// Sets one note into galleys. Strips go to the end of `galley()`.
class Compositor {
public:
    Compositor(const BookContext& context, const Note& of_note);

    const BookContext& book;
    const Note& note;
    std::vector<Element> elements;  ///< of this note; parents are indices into it
    std::vector<Link> links;
    std::uint32_t places = 0;                     ///< how many were given out
    std::vector<std::uint32_t> footnote_places;   ///< of each footnote's body
    std::vector<std::uint32_t> reference_places;  ///< of the first reference to each; UINT32_MAX: none yet
    Diagnostics diagnostics;
    std::vector<char32_t> missing;  ///< characters that no font has
    /// Put before the text of the next paragraph: numbers of footnotes, run-in headings.
    std::vector<Piece> run_in;
    bool beside_label = false;  ///< the next paragraph begins beside an item's label

    const Design& design() const { return book.design; }
    Points pt(double length) const { return book.design.pt(length); }
    Galley& galley() { return *galley_; }
    std::size_t next() const { return galley_->strips.size(); }

    ElementId element(Role role, ElementId parent);
    LinkId link(decltype(Link::target) target, ElementId element, std::string description);
    std::uint32_t place() { return places++; }

    /// Asks for space before the next strip; the largest wish counts.
    void space(Points wanted) { space_ = std::max(space_, wanted); }
    void mark(PlaceTarget target) { marks_.push_back(target); }
    /// The next two lines stay with what was set last, directly below it: a heading, a title.
    void keep_with_next() { keep_ = {2, true}; }
    /// The same for a paragraph, which keeps its space.
    void keep_paragraph_with_next() { keep_ = {2, false}; }
    /// What was set last keeps the next lines to itself.
    bool keeps_next() const { return keep_.lines == 2 && keep_.directly; }
    Strip& add(Strip strip);

    std::size_t open_band(Points x, Points width, Grey grey);
    /// Ends the band behind the last strip; one without strips is dropped.
    void close_band(std::size_t band);
    /// Makes breaks between the strips from `first` on dearer.
    void keep_together(std::size_t first, double cost);

    /// What begins at this strip was announced by the line before: it stays below it, and near it.
    void announce(std::size_t first);

    /// Sets into a galley of its own.
    Galley apart(const std::function<void()>& set);

    /// Takes over a galley that was set apart.
    void append(Galley galley);

    /// Forgets what was made for the sake of measuring.
    struct Mark {
        std::size_t elements, links;
        std::uint32_t places;
        std::vector<std::uint32_t> references;
    };
    Mark state() const { return {elements.size(), links.size(), places, reference_places}; }
    void back_to(const Mark& mark);

private:
    Galley* galley_ = nullptr;
    Points space_;
    struct Keep {
        int lines = 0;  ///< still to stay with what was set before
        bool directly = false;
    };
    Keep keep_;
    std::vector<PlaceTarget> marks_;
    Galley body_;
};

/// Running text of a note, and the frame of its text block.
Frame text_frame(const Compositor& compositor, ElementId parent);

/// A sans style for labels, tables and captions.
TextStyle label_style(const Frame& frame, Points size, bool bold = false);

/// `wanted`, or less where the frame is so narrow that text could not be set in the rest: any depth keeps a measure.
Points inset(const Compositor& compositor, const Frame& frame, Points wanted);

/// The frame without `by` at the side where lines begin.
Frame indented(const Frame& frame, Points by);

/// Sets lines as strips with the costs of widows and orphans. Gives the first strip's index.
std::size_t add_lines(Compositor& compositor, std::vector<Line> lines, const Frame& frame, Points size);

}  // namespace notes_export::layout
