/// The text that forms are read from and written anew into, line by line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/dialect/block_forms/strip.hpp"
#include "markdown/dialect/mapped_text.hpp"

namespace notes_export::markdown {

/// What the forms around some lines do to them.
struct Enclosure {
    std::size_t end = 0;  ///< the line behind the last one
    Strip strip;          ///< what to drop from each line
    std::string prefix;   ///< to put before each line instead
    int depth = 0;        ///< forms around

    /// One more around lines up to `last`; it points to this one.
    Enclosure within(std::size_t last, Strip inner, std::string_view added = {}) const {
        inner.outer = &strip;
        return {last, inner, prefix + std::string(added), depth + 1};
    }
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
    /// A title of something that is no callout, as a paragraph of its own.
    void write_title(Range title, const std::string& prefix);
    /// The same of words that are no Markdown.
    void write_plain_title(Range title, const std::string& prefix);
    /// The end of a callout: what follows is no more of it.
    void put_end(const std::string& prefix, std::uint32_t at);
    /// A piece of the old text.
    void keep(Range range) { out_.keep(range); }
    /// Text of our own for the place `at` of the old text.
    void put(std::string_view text, std::uint32_t at);

    std::string_view text() const { return text_; }
    Range line(std::size_t i) const { return lines_[i]; }
    /// A line without its line end and what stands before it in the enclosure.
    Range content(std::size_t i, const Enclosure& around) const;
    std::string_view words(std::size_t i, const Enclosure& around) const { return slice(text_, content(i, around)); }
    bool is_blank_line(std::size_t i, const Enclosure& around) const;
    /// Columns of blanks that a line begins with beyond the enclosure's.
    int indentation(std::size_t i, const Enclosure& around) const;
    /// Behind the lines below line `i` that are indented by four columns.
    std::size_t end_of_indented(std::size_t i, const Enclosure& around) const;
    /// Whether `[TOC]` is a link here, for the text has a definition of that name.
    bool defines_contents_mark() const { return defines_contents_mark_; }
    /// The line that closes the division which line `i` opens; 0 when it opens none.
    std::size_t closing_line(std::size_t i) const { return closing_[i]; }

    /// The lines before this one stand in a quote in which no form begins: not looked for again at each of them.
    std::size_t plain_quote_end() const { return plain_quote_end_; }
    void pass_plain_quote(std::size_t end) { plain_quote_end_ = end; }

private:
    /// Each returns the line behind what it has written, `i` where there is nothing to write anew.
    std::size_t write_form(std::size_t i, const Enclosure& around, bool after_blank);
    std::size_t write_form_of_item(std::size_t i, const Enclosure& around, const OpenItems& items, bool after_blank);

    std::string_view text_;
    Rewriter out_;
    std::vector<Range> lines_;
    std::vector<std::size_t> closing_;
    bool defines_contents_mark_;
    std::size_t plain_quote_end_ = 0;
};

}  // namespace notes_export::markdown
