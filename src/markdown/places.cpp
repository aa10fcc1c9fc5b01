#include "markdown/places.hpp"

#include <algorithm>

#include "markdown/dialect/containers.hpp"
#include "markdown/dialect/link_tail.hpp"
#include "markdown/escaped.hpp"

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

std::optional<Range> Places::pass_tail() {
    const Range tail = link_tail(text_, cursor_);
    if (tail.size() == 0) return {};
    cursor_ = std::max(cursor_, tail.end);
    return tail;
}

std::size_t Places::next_line(std::size_t at) const {
    const std::size_t end = text_.find('\n', at);
    return end == std::string_view::npos ? text_.size() : end + 1;
}

/// Rows are lines: the head stands above the first row of dashes that comes, the others below it.
void Places::enter_table() {
    if (row_ < cursor_) row_ = line_begin(text_, cursor_);
    for (std::size_t at = row_; at < text_.size();) {
        const std::size_t end = next_line(at);
        const std::string_view line = text_.substr(at, end - at);
        if (line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos &&
            line.find_first_not_of(" \t\n>|:-") == std::string_view::npos) {
            body_ = end;
            return;
        }
        row_ = at;
        at = end;
    }
    row_ = body_ = text_.size();
}

void Places::enter_row() {
    cell_begin_ = cursor_;
    filled_.reset();
    empty_cells_ = cells_ = 0;
}

void Places::leave_cell() {
    ++cells_;
    ++empty_cells_;
    if (cursor_ == cell_begin_) return;
    filled_ = cell_begin_ = cursor_;
    empty_cells_ = 0;
}

std::optional<ExcessCells> Places::leave_row() {
    const std::size_t row = row_;
    row_ = row < body_ ? body_ : next_line(row);
    std::size_t pipes = empty_cells_ + 1;
    std::size_t at = 0;
    if (filled_) {
        at = *filled_;
    } else {
        // All of its cells are empty. A head's cells are the table's columns.
        at = row < body_ ? std::string_view::npos : text_.find_first_not_of(" \t>", row);
        if (at == std::string_view::npos) return {};
        if (text_[at] != '|') --pipes;
    }
    for (; at < text_.size() && text_[at] != '\n' && pipes > 0; ++at)
        if (text_[at] == '|' && !is_escaped(text_, at)) --pipes;
    const std::size_t rest = text_.find_first_not_of(" \t|", at);
    if (pipes > 0 || rest >= std::min(text_.find('\n', at), text_.size())) return {};
    return ExcessCells{static_cast<std::uint32_t>(at - 1), static_cast<std::uint32_t>(rest), cells_};
}

}  // namespace notes_export::markdown
