#include "layout/pages/late_numbers.hpp"

#include <algorithm>
#include <utility>

#include "layout/pages/furniture.hpp"

namespace notes_export::layout {
namespace {

const Place* find(const PlaceTarget& target, const PagedBook& book) {
    const auto in = [](const std::vector<Place>& places, std::uint32_t index) {
        return index < places.size() && places[index].page != UINT32_MAX ? &places[index] : nullptr;
    };
    if (const auto* anchor = std::get_if<AnchorId>(&target)) return in(book.anchors, anchor->value);
    return in(book.places, std::get<std::uint32_t>(target));
}

}  // namespace

void set_late_numbers(MadePage& made, const PagedBook& book, const std::string& language,
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
        for (PageItem& item : set_page_number(late.number, folio(place->page + 1, language), fonts)) {
            translate(item, late.offset);
            items.push_back(std::move(item));
        }
    }
    copy_up_to(made.page.items.size());
    made.page.items = std::move(items);
    made.late.clear();
}

}  // namespace notes_export::layout
