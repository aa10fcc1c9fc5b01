#include "markdown/places.hpp"

#include <algorithm>

#include "markdown/dialect/link_tail.hpp"

namespace notes_export::markdown {

void Places::text(Range range) {
    for (auto link = open_.rbegin(); link != open_.rend() && link->first == UINT32_MAX; ++link)
        link->first = range.begin;
    cursor_ = range.end;
}

void Places::enter_link(bool image) {
    open_.push_back({.from = cursor_, .image = image});
}

std::optional<Range> Places::leave_link() {
    const Open open = open_.back();
    open_.pop_back();
    // The first bracket behind the text before it; an autolink has none before its own text.
    const std::size_t bracket = text_.substr(0, open.first).find(open.image ? "![" : "[", open.from);
    if (bracket == std::string_view::npos) {
        if (open.first >= cursor_) return {};
        return Range{open.first, cursor_};
    }
    cursor_ = std::max(cursor_, link_tail(text_, cursor_).end);
    return Range{static_cast<std::uint32_t>(bracket), cursor_};
}

void Places::enter_row() {
    cell_begin_ = cursor_;
    filled_.reset();
    empty_cells_ = 0;
}

void Places::leave_cell() {
    ++empty_cells_;
    if (cursor_ == cell_begin_) return;
    filled_ = cell_begin_ = cursor_;
    empty_cells_ = 0;
}

std::optional<std::uint32_t> Places::leave_row() const {
    if (!filled_) return {};
    std::size_t pipes = empty_cells_ + 1;
    std::size_t at = *filled_;
    for (; at < text_.size() && text_[at] != '\n' && pipes > 0; ++at)
        if (text_[at] == '|' && text_[at - 1] != '\\') --pipes;
    const std::size_t rest = text_.find_first_not_of(" \t|", at);
    if (pipes > 0 || rest >= std::min(text_.find('\n', at), text_.size())) return {};
    return static_cast<std::uint32_t>(rest);
}

}  // namespace notes_export::markdown
