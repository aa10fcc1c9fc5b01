/// `$x$`, `$$x$$` within a leaf, and GitHub's $`x`$.
///
/// As Pandoc has it: an opening dollar has no blank behind it, a closing one none before it and no digit behind it. As
/// md4c: neither stands at a letter or digit outside, so that "$HOME:$PATH" is text; "$n$th" and "$x$s" are maths.
#pragma once

#include <optional>
#include <string_view>

#include "markdown/dialect/place.hpp"

namespace notes_export::markdown {

class MathReader {
public:
    explicit MathReader(std::string_view text) : text_(text) {}

    /// The formula that begins at the place, which holds a dollar. Ask in rising order.
    std::optional<LocalMark> read(const Place& place);
    /// Behind the run of dollars at `at`.
    std::uint32_t run_end(std::uint32_t at) const;

private:
    std::optional<LocalMark> read_code(const Place& place) const;
    std::optional<LocalMark> read_display(const Place& place);
    std::uint32_t next_single(const Place& place, std::uint32_t from);
    std::uint32_t next_double(std::uint32_t from);

    std::string_view text_;
    Range single_{nowhere, 0};  ///< where the search for the next closing dollar began, and what it found
    Range double_{nowhere, 0};
};

}  // namespace notes_export::markdown
