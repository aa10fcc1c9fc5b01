/// The forms, a file each. A `write_…` writes the form that begins at line `i` and returns the line behind it; it
/// writes nothing and returns `i` where none begins there.
#pragma once

#include "markdown/dialect/block_forms/form_writer.hpp"

namespace notes_export::markdown {

/// MkDocs' `!!! kind "Title"`, `??? kind` and `???+ kind`, with the lines indented below: a callout.
std::size_t write_admonition(FormWriter& out, std::size_t i, const Enclosure& around, bool after_blank);

/// MkDocs' `=== "Title"` with the lines indented below: a tab is its title and what it holds, for a book shows all.
std::size_t write_tab(FormWriter& out, std::size_t i, const Enclosure& around, bool after_blank);

/// mdBook's fence ```` ```admonish kind ````, whose inside is Markdown: a callout.
std::size_t write_admonish(FormWriter& out, std::size_t i, const Enclosure& around);

/// Notion's `<aside>` with Markdown right below it, to its `</aside>`: a quote.
std::size_t write_aside(FormWriter& out, std::size_t i, const Enclosure& around);

/// A line `[TOC]`, or a list that kramdown puts the contents in place of: left out, for a book has its own contents.
std::size_t write_contents_mark(FormWriter& out, std::size_t i, const Enclosure& around, bool after_blank);
/// Whether a line without the blanks around it asks for the contents: `[TOC]`, `[[_TOC_]]`, `{:toc}`.
bool is_contents_mark(std::string_view line);

/// A fence that has a title among the words behind its language: the title stands above it.
std::size_t write_titled_fence(FormWriter& out, std::size_t i, const Enclosure& around, bool after_blank);
bool is_titled_fence(std::string_view line);

/// The lines of a quote in which a form may begin.
std::size_t write_quote(FormWriter& out, std::size_t i, const Enclosure& around);

/// `:::kind Title` to its `:::`: a callout, `<details>`, or just what is inside.
std::size_t write_division(FormWriter& out, std::size_t i, const Enclosure& around);
/// For each line that opens a division the line that closes it, else 0.
std::vector<std::size_t> match_divisions(std::string_view text, const std::vector<Range>& lines);

/// Terms and their `: text`: a `<dl>`.
std::size_t write_definitions(FormWriter& out, std::size_t i, const Enclosure& around);

/// What Day One writes above an entry: a tab, `Date:`, a tab and the date, with lines of the kind for weather and place
/// below. The date is the entry's heading.
std::size_t write_entry_head(FormWriter& out, std::size_t i, const Enclosure& around, bool after_blank);
bool is_entry_head(std::string_view line);

/// Lines `*[name]: meaning`, which explain abbreviations: a `<dl>`, for a book has no tooltips.
std::size_t write_abbreviations(FormWriter& out, std::size_t i, const Enclosure& around);

/// `| line` below `| line`: lines that end in breaks and keep the blanks they begin with.
std::size_t write_poem(FormWriter& out, std::size_t i, const Enclosure& around);

/// A table's delimiter row with runs of one or two dashes: GFM has them, md4c 0.4.8 wants three.
bool is_short_delimiter_row(std::string_view line);
/// Writes one with runs of three.
void write_delimiter_row(FormWriter& out, std::size_t i, Range content, const std::string& prefix);

}  // namespace notes_export::markdown
