#include "markdown/running_text.hpp"

#include <algorithm>

namespace notes_export::markdown {

void RunningText::add(std::string_view text, SourceSpan span) {
    if (text.empty()) return;
    if (empty_) {
        empty_ = joined_ = false;
        view_ = text;
        span_ = span;
        return;
    }
    span_.end = std::max(span_.end, span.end);
    if (!joined_ && view_.data() + view_.size() == text.data()) {
        view_ = {view_.data(), view_.size() + text.size()};
    } else {
        append_to_copy(text);
    }
}

void RunningText::add_copy(std::string_view text, SourceSpan span) {
    if (text.empty()) return;
    if (empty_) {
        empty_ = false;
        joined_ = true;
        copy_.clear();
        span_ = span;
    }
    span_.end = std::max(span_.end, span.end);
    append_to_copy(text);
}

void RunningText::append_to_copy(std::string_view text) {
    if (!joined_) {
        copy_.assign(view_);
        joined_ = true;
    }
    copy_ += text;
}

std::optional<RunningText::Taken> RunningText::take(Arena& arena) {
    if (empty_) return {};
    empty_ = true;
    return Taken{joined_ ? arena.keep(copy_) : view_, span_};
}

}  // namespace notes_export::markdown
