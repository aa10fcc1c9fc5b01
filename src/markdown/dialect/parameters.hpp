/// Parameters of a template's tag: `first "second one" key="value" other=x`.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace notes_export::markdown {

class Parameters {
public:
    explicit Parameters(std::string_view text);

    /// The first of these keys that has a value, else the unnamed parameter of that index; empty when there is none.
    std::string_view get(std::initializer_list<std::string_view> keys, std::size_t index = SIZE_MAX) const;
    const std::vector<std::pair<std::string_view, std::string_view>>& all() const { return all_; }

private:
    std::vector<std::pair<std::string_view, std::string_view>> all_;  ///< the key is empty for an unnamed one
};

/// Markdown for a picture.
std::string picture(std::string_view address, std::string_view alt, std::string_view title);
/// An address that can stand within a link's parentheses.
std::string in_parentheses(std::string_view address);
/// What a reader would see of a tag nobody knows: its captions and titles, in bold.
std::string readable(const Parameters& parameters);
/// As many backticks as nowhere else in `text` stand beside each other: code between them is a code span wherever it is
/// put.
std::string unpaired_backticks(std::string_view text);
std::string code_span(std::string_view words, std::string_view backticks);
bool is_picture(std::string_view path);

}  // namespace notes_export::markdown
