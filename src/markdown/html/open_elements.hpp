/// The elements that are open while the HTML parser's input is written: a likeness of the parser's own stack, so that
/// nothing is written that would nest too deep, close what Markdown opened, or stand where a table moves it away.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/html/nesting.hpp"

namespace notes_export::markdown {

struct OpenElement {
    std::string name;
    Nesting nesting = Nesting::inline_;
    std::size_t place = 0;             ///< where its tag stands in the parser's input
    std::uint32_t event = UINT32_MAX;  ///< of Markdown's own elements
    bool crossed = false;              ///< a paragraph in which a Markdown block stands
};

class OpenElements {
public:
    /// What an opening tag closes by itself (HTML, 13.2.6.4.7). False when it would nest too deep: it is to be left
    /// out, and so is the tag that closes it.
    bool open(OpenElement element);
    /// Whether a closing tag closes something; then that is closed.
    bool close(std::string_view name);
    bool close_event(std::uint32_t event);
    /// How many tables are open within the element of an event: nothing but their own tag closes them in the parser.
    std::size_t tables_within(std::uint32_t event) const;
    /// The innermost table, row or cell; empty when none is open.
    std::string_view innermost_table_part() const;
    /// The paragraph that is open here, if one is.
    OpenElement* paragraph();

private:
    bool is_barrier(const OpenElement& element, Nesting closing) const;
    void close_implied(const OpenElement& element);

    void cut(std::size_t size);
    bool forget_style(std::string_view name);

    std::vector<OpenElement> stack_;
    /// Formatting elements that nothing has closed; a browser opens them anew in what follows. Empty: a cell's begin.
    std::vector<std::string> styles_;
    std::vector<std::string> refused_;
};

}  // namespace notes_export::markdown
