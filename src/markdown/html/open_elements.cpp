#include "markdown/html/open_elements.hpp"

#include <algorithm>

namespace notes_export::markdown {
namespace {

/// The model holds 64 levels; what is deeper comes to nothing anyway.
constexpr std::size_t deepest = 150;
/// Styles that nothing closes are opened anew in each block that follows.
constexpr std::size_t most_styles = 24;

bool in(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_special(Nesting nesting) {
    return nesting != Nesting::inline_ && nesting != Nesting::formatting && nesting != Nesting::generic;
}

}  // namespace

bool OpenElements::is_barrier(const OpenElement& element, Nesting closing) const {
    if (closing == Nesting::table || closing == Nesting::cell) return element.name == "table";
    return element.nesting == Nesting::cell || element.name == "table" || element.name == "caption";
}

void OpenElements::close_implied(const OpenElement& element) {
    const auto cut_to = [&](auto matches, auto stops) {
        for (std::size_t i = stack_.size(); i-- > 0;) {
            if (matches(stack_[i])) {
                cut(i);
                return;
            }
            if (stops(stack_[i])) return;
        }
    };
    const auto barrier = [&](const OpenElement& e) { return is_barrier(e, Nesting::block); };
    if (element.nesting == Nesting::block || element.nesting == Nesting::paragraph ||
        element.nesting == Nesting::item || element.name == "hr")
        cut_to(
            [&](const OpenElement& e) {
                return e.nesting == Nesting::paragraph && !(e.crossed && element.event != UINT32_MAX);
            },
            barrier);
    if (element.nesting == Nesting::item)
        cut_to(
            [&](const OpenElement& e) {
                return e.nesting == Nesting::item && (e.name == "li") == (element.name == "li");
            },
            [&](const OpenElement& e) { return is_special(e.nesting) && !in(e.name, {"address", "div", "p"}); });
    if (element.nesting == Nesting::cell)
        cut_to([](const OpenElement& e) { return e.nesting == Nesting::cell; },
               [](const OpenElement& e) { return e.name == "table" || e.name == "tr"; });
    if (element.name == "tr")
        cut_to([](const OpenElement& e) { return e.name == "tr"; },
               [](const OpenElement& e) { return e.name == "table"; });
    if (in(element.name, {"tbody", "thead", "tfoot", "caption"}))
        cut_to([](const OpenElement& e) { return in(e.name, {"tbody", "thead", "tfoot", "caption"}); },
               [](const OpenElement& e) { return e.name == "table"; });
    if (element.name == "a") {
        const auto last =
            std::find_if(stack_.rbegin(), stack_.rend(), [](const OpenElement& e) { return e.name == "a"; });
        if (last != stack_.rend() && forget_style("a")) stack_.erase(std::next(last).base());
    }
}

bool OpenElements::open(OpenElement element) {
    close_implied(element);
    const bool too_deep =
        stack_.size() >= deepest || (element.nesting == Nesting::formatting && styles_.size() >= most_styles);
    if (too_deep) {
        if (element.event == UINT32_MAX && refused_.size() < deepest) refused_.push_back(element.name);
        return false;
    }
    if (element.nesting == Nesting::formatting) styles_.push_back(element.name);
    if (element.nesting == Nesting::cell || element.name == "caption") styles_.emplace_back();
    stack_.push_back(std::move(element));
    return true;
}

void OpenElements::cut(std::size_t size) {
    while (stack_.size() > size) {
        if (stack_.back().nesting == Nesting::cell || stack_.back().name == "caption") {
            while (!styles_.empty() && !styles_.back().empty()) styles_.pop_back();
            if (!styles_.empty()) styles_.pop_back();
        }
        stack_.pop_back();
    }
}

bool OpenElements::forget_style(std::string_view name) {
    for (std::size_t i = styles_.size(); i > 0; --i) {
        const auto style = styles_.begin() + static_cast<std::ptrdiff_t>(i - 1);
        if (style->empty()) return false;
        if (*style != name) continue;
        styles_.erase(style);
        return true;
    }
    return false;
}

bool OpenElements::close(std::string_view name) {
    const auto refused = std::find(refused_.rbegin(), refused_.rend(), name);
    if (refused != refused_.rend()) {
        refused_.erase(std::next(refused).base());
        return false;
    }
    const Nesting nesting = nesting_of(name).value_or(Nesting::inline_);
    if (nesting == Nesting::formatting) {
        const auto open =
            std::find_if(stack_.rbegin(), stack_.rend(), [&](const OpenElement& e) { return e.name == name; });
        if (open != stack_.rend()) stack_.erase(std::next(open).base());
        return forget_style(name);
    }
    for (std::size_t i = stack_.size(); i-- > 0;) {
        const OpenElement& element = stack_[i];
        if (element.name == name && element.event == UINT32_MAX) {
            cut(i);
            return true;
        }
        if (is_barrier(element, nesting)) return false;
        const bool generic = nesting == Nesting::inline_ || nesting == Nesting::generic;
        if (generic && is_special(element.nesting)) return false;
    }
    return false;
}

bool OpenElements::close_event(std::uint32_t event) {
    for (std::size_t i = stack_.size(); i-- > 0;)
        if (stack_[i].event == event) {
            cut(i);
            return true;
        }
    return false;
}

std::size_t OpenElements::tables_within(std::uint32_t event) const {
    std::size_t tables = 0;
    for (std::size_t i = stack_.size(); i-- > 0; tables += stack_[i].name == "table")
        if (stack_[i].event == event) return tables;
    return 0;
}

std::string_view OpenElements::innermost_table_part() const {
    for (auto element = stack_.rbegin(); element != stack_.rend(); ++element) {
        if (element->event != UINT32_MAX && element->nesting == Nesting::block) return {};
        if (element->nesting == Nesting::table || element->nesting == Nesting::cell) return element->name;
    }
    return {};
}

OpenElement* OpenElements::paragraph() {
    for (auto element = stack_.rbegin(); element != stack_.rend(); ++element) {
        if (element->nesting == Nesting::paragraph) return &*element;
        if (is_barrier(*element, Nesting::block) || is_special(element->nesting)) return nullptr;
    }
    return nullptr;
}

}  // namespace notes_export::markdown
