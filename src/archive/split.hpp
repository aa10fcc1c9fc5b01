/// Splitting: which notes a source holds.
#pragma once

#include <string>
#include <vector>

#include "archive/draft.hpp"

namespace notes_export::archive {

/// The notes of one document, in its own order.
struct SplitDocument {
    std::vector<Draft> drafts;  ///< one for a plain note; for a journal its entries, behind an introduction or a head
    bool journal = false;
    std::string title;  ///< of the journal: its `#` heading
};

struct SplitOptions {
    Split how = Split::automatic;
    bool sole = true;        ///< the archive has no other document: the journal's title is the book's own
    std::string book_title;  ///< when it is known already; a journal's `#` heading that says otherwise stays a heading
};

SplitDocument split(Document& document, std::size_t index, const SplitOptions& options, Diagnostics& diagnostics);

}  // namespace notes_export::archive
