#include "layout/pages/furniture.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "layout/blocks/galley.hpp"
#include "layout/paragraph.hpp"

namespace notes_export::layout {
namespace {

constexpr double head_grey = 0.4;  // #666: any lighter is lost on e-ink

TextPiece piece_of(std::string_view text, Points size, double grey, const std::string& language) {
    TextPiece piece;
    piece.text = text;
    piece.style.font.family = text::Family::sans;
    piece.style.size = size;
    piece.style.grey = {grey};
    piece.style.hyphenate = false;
    piece.style.language = language;
    return piece;
}

/// A line shortened at a word, with an ellipsis, until it fits.
std::pair<std::vector<PageItem>, Points> fitted(std::string text, Points size, const std::string& language, Points room,
                                                const text::FontLibrary& fonts) {
    std::ranges::replace(text, '\n', ' ');
    ParagraphStyle style;
    style.setting = Setting::ragged;
    style.hyphenate = false;
    style.language = language;
    std::vector<Line> lines = set_paragraph({piece_of(text, size, head_grey, language)}, style, room, fonts);
    for (std::size_t length = text.size(); lines.size() > 1 && length > 0;) {
        length = std::min(length - 1, text.size() * 9 / (10 * (lines.size() > 2 ? lines.size() - 1 : 1)));
        const std::size_t blank = text.rfind(' ', length);
        length = blank == std::string::npos || blank * 2 < length ? length : blank;
        while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) --length;
        text.resize(length);
        lines = set_paragraph({piece_of(text + "…", size, head_grey, language)}, style, room, fonts);
    }
    if (lines.empty()) return {};
    // Placed at the left whatever the direction; the caller moves it to its side.
    Line& line = lines.front();
    const Points shift = line.right_to_left ? -(room - line.width) : Points{};
    for (PageItem& item : line.items) translate(item, {shift, {}});
    return {std::move(line.items), line.width};
}

}  // namespace

Furniture::Furniture(const Archive& archive, const Design& design, const text::FontLibrary& fonts)
    : archive_(archive), design_(design), fonts_(fonts) {
    std::tie(head_, head_width_) =
        fitted(archive.metadata.title, design.pt(7.5), archive.metadata.language, design.measure * 0.45, fonts);
}

void Furniture::add(Page& page, std::string_view number, std::string_view note) const {
    const bool mirrored = archive_.metadata.direction == Direction::right_to_left;
    const std::string& language = archive_.metadata.language;
    const Points left = design_.left, right = design_.left + design_.measure;
    const auto put = [&](std::vector<PageItem> items, Point by) {
        for (PageItem& item : items) {
            translate(item, by);
            page.items.push_back(std::move(item));
        }
    };
    std::vector<PageItem> text = std::exchange(page.items, {});
    page.items.reserve(text.size() + head_.size() + 8);
    if (design_.running_heads) put(head_, {mirrored ? right - head_width_ : left, design_.head_baseline});
    if (design_.running_heads && !note.empty() && note != archive_.metadata.title) {
        auto [items, width] =
            fitted(std::string(note), design_.pt(7.5), language, design_.measure * 0.95 - head_width_, fonts_);
        put(std::move(items), {mirrored ? left : right - width, design_.head_baseline});
    }
    page.items.insert(page.items.end(), std::make_move_iterator(text.begin()), std::make_move_iterator(text.end()));

    if (!design_.folios) return;
    ParagraphStyle centered;
    centered.setting = Setting::centered;
    auto lines = set_paragraph({piece_of(number, design_.pt(8), 0.25, language)}, centered, design_.measure, fonts_);
    if (!lines.empty()) put(std::move(lines.front().items), {left, design_.folio_baseline});
}

}  // namespace notes_export::layout
