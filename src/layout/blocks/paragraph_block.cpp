#include <algorithm>
#include <iterator>
#include <utility>

#include "layout/blocks/blocks.hpp"
#include "layout/blocks/inlines.hpp"

namespace notes_export::layout {
namespace {

Setting aligned(Alignment alignment, const Frame& frame) {
    switch (alignment) {
        case Alignment::none:
            return frame.setting;
        case Alignment::left:
            return Setting::ragged;
        case Alignment::center:
            return Setting::centered;
        case Alignment::right:
            return Setting::right;
    }
    return frame.setting;
}

/// Words that are all strong, a colon behind them or not: a heading in all but name.
bool is_all_strong(const Inlines& inlines) {
    bool strong = false;
    for (const Inline& item : inlines) {
        if (const auto* styled = std::get_if<Styled>(&item.node); styled && styled->style == Style::strong)
            strong = true;
        else if (const auto* text = std::get_if<Text>(&item.node);
                 !text || text->text.find_first_not_of(" :") != std::string_view::npos)
            return false;
    }
    return strong;
}

/// Higher than lines of text: no picture to stand among words.
bool is_tall(const Piece& piece, const Frame& frame) {
    const auto* picture = std::get_if<PicturePiece>(&piece);
    return picture && picture->size.height > frame.leading * 2;
}

bool is_blank(const Piece& piece) {
    const auto* text = std::get_if<TextPiece>(&piece);
    return std::holds_alternative<BreakPiece>(piece) ||
           (text && text->text.find_first_not_of(' ') == std::string::npos);
}

/// Stretches of a paragraph: text, and tall pictures with the blanks between them.
std::vector<std::vector<Piece>> parted_at_tall_pictures(std::vector<Piece> pieces, const Frame& frame) {
    std::vector<std::vector<Piece>> stretches(1);
    bool pictures = false;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const bool tall = is_tall(pieces[i], frame);
        std::size_t end = i;  // blanks between two tall pictures are theirs
        while (pictures && end < pieces.size() && is_blank(pieces[end])) ++end;
        const bool between = end > i && end < pieces.size() && is_tall(pieces[end], frame);
        if ((tall || between) != pictures && !stretches.back().empty()) stretches.emplace_back();
        pictures = tall || between;
        stretches.back().push_back(std::move(pieces[i]));
    }
    // A line end beside a picture is no line of its own.
    for (auto& stretch : stretches) {
        while (stretches.size() > 1 && !stretch.empty() && is_blank(stretch.front())) stretch.erase(stretch.begin());
        while (stretches.size() > 1 && !stretch.empty() && is_blank(stretch.back())) stretch.pop_back();
    }
    return stretches;
}

/// Of a paragraph in the text block itself a picture before it may make use.
void let_flow(Compositor& compositor, std::size_t first, const Frame& frame) {
    if (frame.width != compositor.design().measure) return;
    auto& strips = compositor.galley().strips;
    for (std::size_t i = first; i < strips.size(); ++i)
        strips[i].flow = i == first ? Flow::paragraph : Flow::continuation;
}

}  // namespace

ParagraphStyle paragraph_style(const std::vector<Piece>& pieces, const Frame& frame) {
    ParagraphStyle style;
    style.setting = frame.setting;
    style.direction = direction_of(pieces, frame);
    style.fallback_direction = frame.direction;
    if (frame.flush && frame.mirrored() && style.direction != Direction::right_to_left &&
        (style.setting == Setting::ragged || style.setting == Setting::justified || style.setting == Setting::balanced))
        style.setting = Setting::right;
    style.hyphenate = frame.text.hyphenate && frame.setting == Setting::justified;
    style.protrude = frame.protrude;
    style.first_indent = frame.first_indent;
    style.language = frame.text.language;
    return style;
}

std::size_t set_pieces(Compositor& compositor, std::vector<Piece> pieces, const Frame& frame, Points hang) {
    if (!compositor.run_in.empty()) {
        std::vector<Piece> before = std::exchange(compositor.run_in, {});
        before.insert(before.end(), std::make_move_iterator(pieces.begin()), std::make_move_iterator(pieces.end()));
        pieces = std::move(before);
    }
    ParagraphStyle style = paragraph_style(pieces, frame);
    style.hang = hang;
    style.beside_label = std::exchange(compositor.beside_label, false);
    return add_lines(compositor, set_paragraph(pieces, style, frame.width, compositor.book.fonts), frame,
                     frame.text.size);
}

void flush_run_in(Compositor& compositor, const Frame& frame) {
    if (!compositor.run_in.empty()) set_pieces(compositor, {}, frame);
}

void set_block(Compositor& compositor, const Paragraph& paragraph, const Frame& frame) {
    const ElementId element = compositor.element(Role::paragraph, frame.parent);
    Frame inner = frame;
    inner.setting = aligned(paragraph.alignment, frame);
    const bool kept = has_kept_breaks(paragraph.children);
    if (kept || inner.setting == Setting::centered || inner.setting == Setting::right) inner.first_indent = {};
    if (kept && inner.setting == Setting::justified) inner.setting = Setting::ragged;
    std::vector<Piece> pieces = pieces_of(compositor, paragraph.children, inner, element);
    if (pieces.empty() && compositor.run_in.empty()) return;
    const Points hang = kept ? frame.text.size : Points{};
    const bool below_heading = compositor.keeps_next();
    const std::size_t first = compositor.next();
    std::vector<std::vector<Piece>> stretches{std::move(pieces)};
    if (std::ranges::any_of(stretches.front(), [&](const Piece& piece) { return is_tall(piece, frame); }))
        stretches = parted_at_tall_pictures(std::move(stretches.front()), frame);
    for (std::vector<Piece>& stretch : stretches) {
        if (stretch.empty() && compositor.run_in.empty()) continue;
        const bool pictures = !stretch.empty() && is_tall(stretch.front(), frame);
        // Text stands directly below its heading.
        if (pictures)
            compositor.space(compositor.design().grid);
        else if (!below_heading || compositor.next() > first)
            compositor.space(frame.paragraph_space);
        Frame own = inner;
        if (pictures && frame.width == compositor.design().measure && frame.setting == Setting::justified)
            own.setting = Setting::centered;
        set_pieces(compositor, std::move(stretch), own, hang);
        if (pictures) compositor.space(compositor.design().grid);
    }
    if (stretches.size() == 1) let_flow(compositor, first, frame);
    constexpr std::size_t lines_of_heading = 2;
    if (compositor.next() - first <= lines_of_heading && is_all_strong(paragraph.children))
        compositor.keep_paragraph_with_next();
    compositor.space(frame.paragraph_space);
}

}  // namespace notes_export::layout
