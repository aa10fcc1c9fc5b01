#include "layout/pages/page_numbers.hpp"

#include <algorithm>

#include "locale/figures.hpp"

namespace notes_export::layout {

std::string PageNumbers::label(std::uint32_t page) const {
    return is_roman(page) ? locale::lower_roman(page + 1) : std::to_string(page - front_ + 1);
}

std::string PageNumbers::printed(std::uint32_t page, std::string_view language) const {
    return is_roman(page) ? label(page) : locale::digits(page - front_ + 1, language);
}

int PageNumbers::digits(std::uint32_t page) const {
    const std::string number = label(page);
    const auto narrow = std::ranges::count_if(number, [](char c) { return c == 'i' || c == 'l'; });
    return static_cast<int>(number.size()) - static_cast<int>(narrow) / 2;
}

bool PageNumbers::is_roman(std::uint32_t page) const {
    return page < front_;
}

}  // namespace notes_export::layout
