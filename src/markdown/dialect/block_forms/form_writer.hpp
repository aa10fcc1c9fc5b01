/// The text that forms are read from and written anew into, line by line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/dialect/mapped_text.hpp"

namespace notes_export::markdown {

/// What the forms around some lines do to them.
struct Enclosure {
    std::size_t end = 0;  ///< the line behind the last one
    int strip = 0;        ///< columns of blanks to drop from each line
    std::string prefix;   ///< to put before each line instead
    int depth = 0;        ///< forms around
};

class FormWriter {
public:
    explicit FormWriter(const MappedText& in);

    /// The text with all its forms written anew.
    MappedText expand();

    /// All lines from `first` to the enclosure's end, with the forms that begin among them.
    void write_lines(std::size_t first, const Enclosure& around);
    /// A line whose content is `content`, with its line end.
    void write_line(std::size_t i, Range content, const std::string& prefix);
    /// How a callout begins: `> `, its `[!kind]±` and its title.
    void write_callout_head(Range line, const std::string& prefix, const std::string& kind, Range title);
    /// A piece of the old text.
    void keep(Range range) { out_.keep(range); }
    /// Text of our own for the place `at` of the old text.
    void put(std::string_view text, std::uint32_t at);

    std::string_view text() const { return text_; }
    Range line(std::size_t i) const { return lines_[i]; }
    /// A line without its line end and at most `strip` columns of blanks.
    Range content(std::size_t i, int strip) const;
    std::string_view words(std::size_t i, int strip) const { return slice(text_, content(i, strip)); }
    bool is_blank_line(std::size_t i) const;
    /// Columns of blanks that a line begins with beyond `strip`.
    int indentation(std::size_t i, int strip) const;
    /// The line that closes the division which line `i` opens; 0 when it opens none.
    std::size_t closing_line(std::size_t i) const { return closing_[i]; }

private:
    std::size_t write_form(std::size_t i, const Enclosure& around, bool after_blank);

    std::string_view text_;
    Rewriter out_;
    std::vector<Range> lines_;
    std::vector<std::size_t> closing_;
};

}  // namespace notes_export::markdown
