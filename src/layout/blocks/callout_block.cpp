#include <algorithm>
#include <string>

#include "document/callout_kinds.hpp"
#include "layout/blocks/blocks.hpp"
#include "layout/blocks/inlines.hpp"
#include "locale/words.hpp"

namespace notes_export::layout {
namespace {

/// The kind as a word of the language; one that nobody knows is its own word.
std::string word_of(std::string_view kind, const CalloutKind* known, const std::string& language) {
    return known ? std::string(locale::word(known->word, language)) : callout_word(kind);
}

}  // namespace

void set_block(Compositor& compositor, const Callout& callout, const Frame& frame) {
    const CalloutKind* known = find_callout_kind(callout.kind);
    const Points by = inset(compositor, frame, compositor.pt(13));
    const Points bar = std::min(compositor.pt(2.4), by);
    const Points padding = compositor.pt(7);
    const bool ground = known && known->warns;

    Frame inner = indented(frame, by);
    inner.parent = compositor.element(Role::division, frame.parent);
    if (ground) {
        inner.width -= by * 0.6;
        if (frame.mirrored()) inner.x += by * 0.6;
    }
    if (characters(inner.width, inner.text.size) < 45 && inner.setting == Setting::justified)
        inner.setting = Setting::ragged;
    compositor.space(compositor.design().grid);
    const std::size_t first = compositor.next();
    std::size_t shade = 0;
    if (ground) shade = compositor.open_band(frame.x, frame.width, compositor.design().code_ground);
    const std::size_t band =
        compositor.open_band(frame.mirrored() ? frame.x + frame.width - bar : frame.x, bar, Grey{0});

    Frame title = inner;
    title.setting = Setting::ragged;
    title.flush = true;
    title.text = label_style(inner, compositor.design().table_size, true);
    const ElementId element = compositor.element(Role::paragraph, inner.parent);
    const std::string word = word_of(callout.kind, known, compositor.note.language);
    std::vector<Piece> pieces{words(word, title.text, element)};
    if (!callout.title.empty() && !same_words(plain_text(callout.title), word)) {
        pieces.push_back(words(" · ", title.text, element));
        for (Piece& piece : pieces_of(compositor, callout.title, title, element)) pieces.push_back(std::move(piece));
    }
    const std::size_t head = set_pieces(compositor, std::move(pieces), title);
    compositor.keep_together(head, break_costs::heading);
    if (!callout.blocks.empty()) compositor.keep_with_next();
    inner.paragraph_space = compositor.design().grid;
    set_below(compositor, callout.blocks, inner);
    auto& strips = compositor.galley().strips;
    if (ground && strips.size() > first) {
        pad_above(strips[first], padding / 2);
        strips.back().height += padding / 2;
    }
    compositor.close_band(band);
    if (ground) compositor.close_band(shade);
    constexpr std::size_t kept_whole = 9;  // eight lines and the title
    if (compositor.next() - first <= kept_whole) compositor.keep_together(first, break_costs::within_item * 2);
    compositor.space(compositor.design().grid);
}

}  // namespace notes_export::layout
