#include "layout/pages/late_numbers.hpp"

#include <algorithm>
#include <utility>

namespace notes_export::layout {
namespace {

const Place* find(const PlaceTarget& target, const PagedBook& book) {
    const auto in = [](const std::vector<Place>& places, std::uint32_t index) {
        return index < places.size() && places[index].page != UINT32_MAX ? &places[index] : nullptr;
    };
    if (const auto* anchor = std::get_if<AnchorId>(&target)) return in(book.anchors, anchor->value);
    return in(book.places, std::get<std::uint32_t>(target));
}

/// A number or an abbreviation that is not in Latin letters is set as a paragraph is, with its script and direction.
std::vector<PageItem> set_as_text(const Line::LatePageNumber& late, const std::string& number,
                                  const text::FontLibrary& fonts) {
    const PageNumberPiece& piece = late.piece;
    const std::size_t blanks = std::min(piece.before.find_first_not_of(' '), piece.before.size());
    TextPiece text;
    text.text = piece.before.substr(blanks) + number + piece.after;
    text.style = piece.style;
    text.element = piece.element;
    text.link = piece.link;
    ParagraphStyle style;
    style.setting = Setting::ragged;
    style.hyphenate = false;
    style.language = piece.style.language;
    constexpr Points ample{1000};
    std::vector<Line> lines = set_paragraph({std::move(text)}, style, ample, fonts);
    if (lines.empty()) return {};
    Line& line = lines.front();
    const bool column = blanks == piece.before.size() && piece.after.empty();
    Points shift = late.x;
    if (column || line.right_to_left) shift += late.width - line.width;
    if (line.right_to_left) shift -= ample - line.width;
    for (PageItem& item : line.items) translate(item, {shift, {}});
    return std::move(line.items);
}

bool is_latin(const std::string& text) {
    // Up to U+024F, two bytes that begin with less than 0xC9.
    return std::ranges::all_of(text, [](unsigned char c) { return c < 0xC9; });
}

}  // namespace

void set_late_numbers(MadePage& made, const PagedBook& book, const PageNumbers& numbers, const std::string& language,
                      const text::FontLibrary& fonts) {
    if (made.late.empty()) return;
    std::ranges::stable_sort(made.late, {}, [](const LateNumber& late) { return late.number.item; });
    std::vector<PageItem> items;
    items.reserve(made.page.items.size() + made.late.size() * 2);
    std::size_t next = 0;
    const auto copy_up_to = [&](std::size_t end) {
        for (; next < std::min(end, made.page.items.size()); ++next) items.push_back(std::move(made.page.items[next]));
    };
    for (const LateNumber& late : made.late) {
        copy_up_to(late.number.item);
        const Place* place = find(late.number.piece.target, book);
        if (!place) continue;
        const std::string number = numbers.printed(place->page, language);
        const bool plain = is_latin(number) && is_latin(late.number.piece.before);
        for (PageItem& item :
             plain ? set_page_number(late.number, number, fonts) : set_as_text(late.number, number, fonts)) {
            translate(item, late.offset);
            items.push_back(std::move(item));
        }
    }
    copy_up_to(made.page.items.size());
    made.page.items = std::move(items);
    made.late.clear();
}

}  // namespace notes_export::layout
