/// `SUMMARY.md`: the table of contents that an mdBook or GitBook brings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "notes_export/source.hpp"

namespace notes_export::source {

struct Summary {
    std::vector<SummaryEntry> entries;  ///< paths as written, relative to the summary's folder, percent-encoding undone
    /// Every line was an entry, a part or a separator: nothing of the file is lost when only the entries are kept.
    bool complete = true;
};

/// Reads the lines of a summary: its own title, links before and behind the list, nested list items, parts (`# Part`),
/// drafts (`[title]()`), separators (`---`).
Summary read_summary(std::string_view text);

}  // namespace notes_export::source
