/// What is known of the book as a whole.
#pragma once

#include "archive/draft.hpp"
#include "notes_export/source.hpp"

namespace notes_export::archive {

/// The name of the archive's folder, as a title; empty when there is none.
std::string root_title(const SourceSet& sources);

/// Title, authors, description and identifier: the user's word, else the archive's own, else what its notes say.
/// `journal_title` is the `#` heading of a book that is one journal. The drafts are all that the archive has, so that a
/// choice of them is still the same book.
Metadata make_metadata(const std::vector<Draft>& drafts, const SourceSet& sources, const AssembleOptions& options,
                       const std::string& journal_title);

/// What depends on the notes that are in: the language, settled before, and the dates.
void complete_metadata(Metadata& metadata, const std::vector<Draft>& drafts, const std::string& language);

}  // namespace notes_export::archive
