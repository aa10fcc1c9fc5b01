/// Groups without much of a look: divisions of HTML, details, embedded notes.
#include "layout/blocks/blocks.hpp"
#include "layout/blocks/inlines.hpp"
#include "locale/words.hpp"

namespace notes_export::layout {

void set_block(Compositor& compositor, const Division& division, const Frame& frame) {
    Frame inner = frame;
    if (division.alignment == Alignment::center) inner.setting = Setting::centered;
    if (division.alignment == Alignment::right) inner.setting = Setting::right;
    if (division.alignment == Alignment::left) inner.setting = Setting::ragged;
    if (division.direction != Direction::automatic) inner.direction = division.direction;
    if (!division.language.empty() && division.language != frame.text.language) {
        inner.text.language = std::string(division.language);
        inner.parent = compositor.element(Role::division, frame.parent);
        compositor.elements[inner.parent.value].language = inner.text.language;
    }
    set_blocks(compositor, division.blocks, inner);
    flush_run_in(compositor, inner);
}

/// Shown open: the summary as a line of its own, what it holds beside a hairline.
void set_block(Compositor& compositor, const Details& details, const Frame& frame) {
    const Points by = inset(compositor, frame, compositor.pt(13));
    Frame inner = indented(frame, by);
    inner.parent = compositor.element(Role::division, frame.parent);
    const Points thickness = compositor.pt(0.6);
    compositor.space(compositor.design().grid);
    const std::size_t band =
        compositor.open_band(frame.mirrored() ? frame.x + frame.width - thickness : frame.x, thickness, Grey{0.5});
    if (!details.summary.empty()) {
        const ElementId element = compositor.element(Role::paragraph, inner.parent);
        Frame summary = inner;
        summary.text = label_style(inner, frame.text.size * (9 / 9.8), true);
        summary.setting = Setting::ragged;
        summary.flush = true;
        const std::size_t first =
            set_pieces(compositor, pieces_of(compositor, details.summary, summary, element), summary);
        compositor.keep_together(first, break_costs::heading);
        compositor.keep_with_next();
    }
    set_below(compositor, details.blocks, inner);
    compositor.close_band(band);
    compositor.space(compositor.design().grid);
}

/// Another note's text, beside a hairline, under a line that says where it comes from.
void set_block(Compositor& compositor, const Embed& embed, const Frame& frame) {
    const Points by = inset(compositor, frame, compositor.pt(10));
    Frame inner = indented(frame, by);
    inner.parent = compositor.element(Role::division, frame.parent);
    inner.anchors = false;
    const Points thickness = compositor.pt(0.6);
    compositor.space(compositor.design().grid);
    const std::size_t band =
        compositor.open_band(frame.mirrored() ? frame.x + frame.width - thickness : frame.x, thickness, Grey{0.35});

    const ElementId element = compositor.element(Role::paragraph, inner.parent);
    Frame origin = inner;
    origin.setting = Setting::ragged;
    origin.text = label_style(inner, compositor.pt(8));
    const std::string& language = compositor.note.language;
    const std::string title(embed.title.empty() ? embed.destination : embed.title);
    std::vector<Piece> pieces;
    if (const auto target = target_of(embed.origin)) {
        const ElementId shown = compositor.element(Role::link, element);
        const LinkId link = compositor.link(*target, shown, title);
        TextStyle linked = origin.text;
        linked.underline = Underline::link;
        pieces.push_back(words(std::string(locale::word("from-note", language)) + ": ", origin.text, element));
        pieces.push_back(words(title, linked, shown, link));
        if (const auto* anchor = std::get_if<AnchorId>(&*target))
            add_page_of(compositor, pieces, *anchor, origin, shown, link);
    } else {
        pieces.push_back(words(title, origin.text, element));
    }
    set_pieces(compositor, std::move(pieces), origin);
    if (!embed.blocks.empty()) compositor.keep_with_next();
    set_below(compositor, embed.blocks, inner);
    compositor.close_band(band);
    compositor.space(compositor.design().grid);
}

}  // namespace notes_export::layout
