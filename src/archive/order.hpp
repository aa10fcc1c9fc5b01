/// Reading order.
#pragma once

#include <vector>

#include "archive/draft.hpp"
#include "archive/names.hpp"

namespace notes_export::archive {

/// What decided the order; the contents follow it.
enum class OrderedBy { summary, listing, source, position, date, path, title };

/// Sorts the drafts. Without a wish of the user's: a SUMMARY, an index at the root that lists the notes, a journal's
/// own order, the positions that front matter gives one note in five, dates if four in five notes have one, the path.
OrderedBy put_in_order(std::vector<Draft>& drafts, const SourceSet& sources, const NoteNames& names, Sort sort,
                       bool journal);

}  // namespace notes_export::archive
